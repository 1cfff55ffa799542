import { useSpeech } from '@intikhab/kernel/console'
import { Button, PasswordInput, TextInput } from '@mantine/core'
import { useState, type FormEvent, type ReactNode } from 'react'
import { words } from '../words.ts'
import { words as ways } from './sign-in-words.ts'

/** What is typed at the door. */
export interface TypedSecrets {
  readonly name: string
  readonly password: string
  readonly code: string
}

type Changed = { currentTarget: { value: string } }

function fieldsOf(typed: TypedSecrets, setTyped: (typed: TypedSecrets) => void) {
  return (key: keyof TypedSecrets) => ({
    value: typed[key],
    onChange: ({ currentTarget }: Changed) => setTyped({ ...typed, [key]: currentTarget.value }),
  })
}

/** Name, password and the code of the app. */
export function PasswordSignIn(props: {
  typed: TypedSecrets
  setTyped: (typed: TypedSecrets) => void
  busy: boolean
  onSend: () => void
}): ReactNode {
  const { t } = useSpeech()
  const field = fieldsOf(props.typed, props.setTyped)
  function send(event: FormEvent) {
    event.preventDefault()
    props.onSend()
  }
  return (
    <form className="staff-form" onSubmit={send}>
      <TextInput label={t(words.signInName)} autoComplete="username" data-latin required {...field('name')} />
      <PasswordInput
        label={t(words.password)}
        autoComplete="current-password"
        visibilityToggleButtonProps={{ 'aria-label': t(words.showPassword) }}
        required
        {...field('password')}
      />
      <TextInput
        label={t(words.code)}
        description={t(words.codeHint)}
        autoComplete="one-time-code"
        inputMode="numeric"
        required
        {...field('code')}
      />
      <Button type="submit" loading={props.busy}>
        {t(words.signIn)}
      </Button>
    </form>
  )
}

/** For the day on which the phone is lost: folded away until somebody needs it. */
export function RecoverySignIn(props: { busy: boolean; onSend: (typed: TypedSecrets) => void }): ReactNode {
  const { t } = useSpeech()
  const [open, setOpen] = useState(false)
  const [typed, setTyped] = useState<TypedSecrets>({ name: '', password: '', code: '' })
  const field = fieldsOf(typed, setTyped)
  function send(event: FormEvent) {
    event.preventDefault()
    props.onSend(typed)
  }
  return (
    <details className="recovery-sign-in" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{t(ways.lost)}</summary>
      <p>{t(ways.lostLead)}</p>
      {open ? (
        <form className="staff-form" onSubmit={send}>
          <TextInput label={t(words.signInName)} autoComplete="username" data-latin required {...field('name')} />
          <PasswordInput
            label={t(ways.passwordIfAny)}
            autoComplete="current-password"
            visibilityToggleButtonProps={{ 'aria-label': t(words.showPassword) }}
            {...field('password')}
          />
          <TextInput
            label={t(ways.recoveryCode)}
            placeholder="XXXX-XXXX-XXXX-XXXX"
            autoComplete="off"
            data-latin
            required
            {...field('code')}
          />
          <Button type="submit" variant="default" loading={props.busy}>
            {t(ways.withRecovery)}
          </Button>
        </form>
      ) : null}
    </details>
  )
}

/** The code alone, where somebody else has said who it is. */
export function SecondFactorForm(props: { busy: boolean; onSend: (code: string) => void }): ReactNode {
  const { t } = useSpeech()
  const [code, setCode] = useState('')
  function send(event: FormEvent) {
    event.preventDefault()
    props.onSend(code)
  }
  return (
    <form className="staff-form" onSubmit={send}>
      <TextInput
        label={t(words.code)}
        description={t(words.codeHint)}
        autoComplete="one-time-code"
        inputMode="numeric"
        required
        value={code}
        onChange={({ currentTarget }) => setCode(currentTarget.value)}
      />
      <Button type="submit" loading={props.busy}>
        {t(words.signIn)}
      </Button>
    </form>
  )
}
