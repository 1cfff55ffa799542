import { ProblemNotice, useAct, useSpeech } from '@intikhab/kernel/console'
import { Code, Notice } from '@intikhab/kernel/screens'
import { Button, TextInput } from '@mantine/core'
import { useState, type FormEvent, type ReactNode } from 'react'
import { accountPath, afterChange } from './methods.ts'
import { QrCode } from './qr-code.tsx'
import { words } from './words.ts'

/** Sets up an authenticator app: the code to scan, and one code of the app as the proof that it was scanned. */
export function AuthenticatorSetUp(): ReactNode {
  const { t } = useSpeech()
  const [code, setCode] = useState('')
  const draw = useAct<undefined, { readonly secret: string; readonly address: string }>(
    `${accountPath}/authenticator`,
    {
      refresh: [],
    },
  )
  const confirmation = useAct<{ readonly code: string }, undefined>(
    `${accountPath}/authenticator/confirmation`,
    afterChange,
  )
  function send(event: FormEvent) {
    event.preventDefault()
    confirmation.mutate({ code }, { onSuccess: () => draw.reset(), onError: () => setCode('') })
  }
  if (draw.data === undefined)
    return (
      <>
        {confirmation.isSuccess ? <Notice kind="good" title={t(words.appDone)} live /> : null}
        {draw.isError ? <ProblemNotice problem={draw.error.problem} answers /> : null}
        <p>
          <Button variant="default" loading={draw.isPending} onClick={() => draw.mutate(undefined)}>
            {t(words.setUpApp)}
          </Button>
        </p>
      </>
    )
  return (
    <form className="staff-form" onSubmit={send}>
      <p>{t(words.scan)}</p>
      <QrCode text={draw.data.address} label={t(words.qrCode)} />
      <p>
        {t(words.key)} <Code>{draw.data.secret.match(/.{1,4}/g)?.join(' ') ?? ''}</Code>
      </p>
      {confirmation.isError ? <ProblemNotice problem={confirmation.error.problem} answers /> : null}
      <TextInput
        label={t(words.codeOfApp)}
        autoComplete="one-time-code"
        inputMode="numeric"
        required
        value={code}
        onChange={({ currentTarget }) => setCode(currentTarget.value)}
      />
      <Button type="submit" loading={confirmation.isPending}>
        {t(words.confirmApp)}
      </Button>
    </form>
  )
}
