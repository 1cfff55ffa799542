import { postJson, ProblemNotice, Refused, useGet, useSpeech, type ArrivedProblem } from '@intikhab/kernel/console'
import type { Text } from '@intikhab/kernel/language'
import { Code } from '@intikhab/kernel/screens'
import { Button, PasswordInput, TextInput } from '@mantine/core'
import { useEffect, useState, type FormEvent, type ReactNode } from 'react'
import { words } from './words.ts'

interface DemonstrationAccount {
  readonly signInName: string
  readonly password: string
  readonly office: Text
  readonly code: string
}

const nothing = { name: '', password: '', code: '' }

/** Sign-in with the second factor; in a demonstration also the accounts, which fill the form. */
export function SignIn({ onSignedIn }: { onSignedIn: () => Promise<void> }): ReactNode {
  const { t } = useSpeech()
  const [typed, setTyped] = useState(nothing)
  const [problem, setProblem] = useState<ArrivedProblem>()
  const [busy, setBusy] = useState(false)
  const title = t(words.signIn)
  useEffect(() => {
    document.title = t(words.titleOf, { screen: title })
  })

  async function send(event: FormEvent) {
    event.preventDefault()
    setBusy(true)
    setProblem(undefined)
    try {
      await postJson('/api/identity/sign-in', typed)
      await onSignedIn()
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      setProblem(error.problem)
      setTyped({ ...typed, code: '' })
    } finally {
      setBusy(false)
    }
  }

  const field = (key: keyof typeof nothing) => ({
    value: typed[key],
    required: true,
    withAsterisk: false,
    onChange: (event: { currentTarget: { value: string } }) => setTyped({ ...typed, [key]: event.currentTarget.value }),
  })
  return (
    <div className="columns even">
      <section>
        <h1>{title}</h1>
        <p>{t(words.signInLead)}</p>
        {problem === undefined ? null : <ProblemNotice problem={problem} answers />}
        <form className="staff-form" onSubmit={(event) => void send(event)}>
          <TextInput label={t(words.signInName)} autoComplete="username" data-latin {...field('name')} />
          <PasswordInput
            label={t(words.password)}
            autoComplete="current-password"
            visibilityToggleButtonProps={{ 'aria-label': t(words.showPassword) }}
            {...field('password')}
          />
          <TextInput
            label={t(words.code)}
            description={t(words.codeHint)}
            autoComplete="one-time-code"
            inputMode="numeric"
            {...field('code')}
          />
          <Button type="submit" loading={busy}>
            {title}
          </Button>
        </form>
      </section>
      <DemonstrationAccounts
        onChoose={({ signInName, password, code }) => setTyped({ name: signInName, password, code })}
      />
    </div>
  )
}

/** Absent where nobody made the demonstration: the address is then unknown. Codes are good for half a minute. */
function DemonstrationAccounts(props: { onChoose: (account: DemonstrationAccount) => void }): ReactNode {
  const { t } = useSpeech()
  const accounts = useGet<readonly DemonstrationAccount[]>('/api/demonstration/accounts', { everyMs: 10_000 })
  if (accounts.data === undefined) return null
  return (
    <section aria-labelledby="demonstration">
      <h2 id="demonstration">{t(words.demonstration)}</h2>
      <p>{t(words.demonstrationLead)}</p>
      <ul className="demo-accounts">
        {accounts.data.map((account) => (
          <li key={account.signInName}>
            <button type="button" onClick={() => props.onChoose(account)}>
              <strong>{t(account.office)}</strong> <Code>{account.signInName}</Code>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
