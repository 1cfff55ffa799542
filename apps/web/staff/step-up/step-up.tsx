import {
  onFreshFactorWanted,
  postJson,
  ProblemNotice,
  Refused,
  useGet,
  useSpeech,
  type ArrivedProblem,
} from '@intikhab/kernel/console'
import { Button, TextInput } from '@mantine/core'
import { useEffect, useRef, useState, type FormEvent, type ReactNode } from 'react'
import type { OwnMethods } from '../account/methods.ts'
import { showPasskey } from './passkey.ts'
import { words } from './words.ts'

/**
 * Asks for the second factor again whenever an act wants it fresh, over whatever screen is open; the act is then done
 * again by itself. Of several acts at the same moment all wait for one answer.
 */
export function StepUp(): ReactNode {
  const [asked, setAsked] = useState(false)
  const dialog = useRef<HTMLDialogElement>(null)
  const waiting = useRef<((shown: boolean) => void)[]>([])
  useEffect(() => {
    onFreshFactorWanted(
      () =>
        new Promise((resolve) => {
          waiting.current.push(resolve)
          setAsked(true)
        }),
    )
    return () => onFreshFactorWanted(() => Promise.resolve(false))
  }, [])
  useEffect(() => {
    if (asked) dialog.current?.showModal()
  }, [asked])

  function answer(shown: boolean) {
    dialog.current?.close()
    setAsked(false)
    for (const each of waiting.current.splice(0)) each(shown)
  }
  if (!asked) return null
  return (
    <dialog ref={dialog} className="step-up" aria-labelledby="step-up-title" onClose={() => answer(false)}>
      <SecondFactor onShown={() => answer(true)} onCancel={() => answer(false)} />
    </dialog>
  )
}

function SecondFactor({ onShown, onCancel }: { onShown: () => void; onCancel: () => void }): ReactNode {
  const { t } = useSpeech()
  const methods = useGet<OwnMethods>('/api/identity/account').data
  const [code, setCode] = useState('')
  const [problem, setProblem] = useState<ArrivedProblem>()
  const [busy, setBusy] = useState(false)
  const first = useRef<HTMLDivElement>(null)
  // What is asked for is known only once it is read; until then the only button would be the one that cancels.
  const isRead = methods !== undefined
  useEffect(() => {
    if (isRead) first.current?.querySelector<HTMLElement>('[data-first], input')?.focus()
  }, [isRead])

  async function show(answer: () => Promise<object>) {
    setBusy(true)
    setProblem(undefined)
    try {
      await postJson('/api/identity/step-up', await answer())
      onShown()
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      setProblem(error.problem)
      setCode('')
    } finally {
      setBusy(false)
    }
  }
  const hasPasskey = (methods?.passkeys.length ?? 0) > 0
  const withPasskey = async () => ({ passkey: await showPasskey('/api/identity/step-up/passkey-options') })
  function send(event: FormEvent) {
    event.preventDefault()
    void show(async () => ({ code }))
  }
  return (
    <div ref={first}>
      <h2 id="step-up-title">{t(words.title)}</h2>
      <p>{t(words.lead)}</p>
      {problem === undefined ? null : <ProblemNotice problem={problem} answers />}
      {hasPasskey ? (
        <p>
          <Button loading={busy} onClick={() => void show(withPasskey)} data-first>
            {t(words.withPasskey)}
          </Button>
        </p>
      ) : null}
      <form className="staff-form" onSubmit={send}>
        {methods?.authenticatorSetAt == null ? null : (
          <TextInput
            label={t(words.code)}
            description={t(words.codeHint)}
            autoComplete="one-time-code"
            inputMode="numeric"
            required
            value={code}
            onChange={({ currentTarget }) => setCode(currentTarget.value)}
          />
        )}
        <div className="form-buttons">
          {methods?.authenticatorSetAt == null ? null : (
            <Button type="submit" loading={busy} variant={hasPasskey ? 'default' : 'filled'}>
              {t(words.goOn)}
            </Button>
          )}
          <Button variant="default" onClick={onCancel}>
            {t(words.cancel)}
          </Button>
        </div>
      </form>
    </div>
  )
}
