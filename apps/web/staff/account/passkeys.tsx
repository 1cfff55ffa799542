import { postJson, ProblemNotice, useAct, useSpeech, type Refused } from '@intikhab/kernel/console'
import { formatInstant } from '@intikhab/kernel/language'
import { Empty } from '@intikhab/kernel/screens'
import { Button, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState, type FormEvent, type ReactNode } from 'react'
import { makePasskey } from '../step-up/passkey.ts'
import { accountPath, afterChange, type OwnPasskey } from './methods.ts'
import { words } from './words.ts'

/** Makes a passkey in this browser and registers it under a name. */
export function AddPasskey({ first }: { first: boolean }): ReactNode {
  const { t } = useSpeech()
  const client = useQueryClient()
  const [name, setName] = useState('')
  const adding = useMutation<unknown, Refused, string>({
    async mutationFn(chosen) {
      const response = await makePasskey(`${accountPath}/passkey-options`)
      return postJson(`${accountPath}/passkeys`, { name: chosen, response })
    },
    async onSuccess() {
      setName('')
      await Promise.all(afterChange.refresh.map((queryKey) => client.invalidateQueries({ queryKey })))
    },
  })
  function send(event: FormEvent) {
    event.preventDefault()
    adding.mutate(name.trim() === '' ? t(words.thisDevice) : name.trim())
  }
  return (
    <form className="staff-form" onSubmit={send}>
      {adding.isError ? <ProblemNotice problem={adding.error.problem} answers /> : null}
      <TextInput
        label={t(words.passkeyName)}
        description={t(words.passkeyNameHint)}
        placeholder={t(words.thisDevice)}
        maxLength={60}
        value={name}
        onChange={({ currentTarget }) => setName(currentTarget.value)}
      />
      <Button type="submit" loading={adding.isPending} variant={first ? 'filled' : 'default'}>
        {t(words.addPasskey)}
      </Button>
    </form>
  )
}

/** The registered passkeys, each with a way to remove it. */
export function Passkeys({ passkeys }: { passkeys: readonly OwnPasskey[] }): ReactNode {
  const { t } = useSpeech()
  return (
    <section aria-labelledby="passkeys">
      <h2 id="passkeys">{t(words.passkeys)}</h2>
      <p>{t(words.passkeysLead)}</p>
      {passkeys.length === 0 ? <Empty>{t(words.noPasskeys)}</Empty> : null}
      <ul className="act-list">
        {passkeys.map((passkey) => (
          <RegisteredPasskey key={passkey.id} passkey={passkey} />
        ))}
      </ul>
      <AddPasskey first={passkeys.length === 0} />
    </section>
  )
}

function RegisteredPasskey({ passkey: { id, name, madeAt, usedAt } }: { passkey: OwnPasskey }): ReactNode {
  const { language, t } = useSpeech()
  const removal = useAct<undefined, undefined>(`${accountPath}/passkeys/${id}/removal`, afterChange)
  const when = (instant: string) => formatInstant(language, new Date(instant))
  return (
    <li>
      <span>
        <strong>
          <bdi>{name}</bdi>
        </strong>{' '}
        <span className="caption">
          {t(words.added, { when: when(madeAt) })} ·{' '}
          {usedAt === null ? t(words.neverUsed) : t(words.lastUsed, { when: when(usedAt) })}
        </span>
      </span>
      <Button
        variant="default"
        aria-label={t(words.removeNamed, { name })}
        loading={removal.isPending}
        onClick={() => removal.mutate(undefined)}
      >
        {t(words.remove)}
      </Button>
      {removal.isError ? <ProblemNotice problem={removal.error.problem} answers /> : null}
    </li>
  )
}
