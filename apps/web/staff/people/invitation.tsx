import {
  Loaded,
  postJson,
  ProblemNotice,
  Refused,
  roleNames,
  useSpeech,
  type ArrivedProblem,
} from '@intikhab/kernel/console'
import type { Grant } from '@intikhab/kernel/identity'
import { Notice } from '@intikhab/kernel/screens'
import { Button, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useState, type FormEvent, type ReactNode } from 'react'
import { words as consoleWords } from '../words.ts'
import { PlaceOf, TermOfOffice } from './parts.tsx'
import { invitationsPath } from './people-data.ts'
import { words } from './words.ts'

/** Where a link leads. Its token stands behind `#`: browsers send that part to nobody. */
export const invitationAddress = '/staff/invitation'

/** A token as it is drawn; anything else was cut off or mistyped on its way. */
const whole = /^[\w-]{43}$/

interface Invitation {
  /** Empty where the invitation names nobody. */
  readonly name: string
  readonly grants: readonly Grant[]
  readonly lapsesAt: string
}

/** What an invited person sees before there is an account. */
export function AcceptInvitation({ onAccepted }: { onAccepted: () => Promise<void> }): ReactNode {
  const { t } = useSpeech()
  const [token] = useState(() => window.location.hash.slice(1))
  const isWhole = whole.test(token)
  const title = t(words.accept)
  useEffect(() => {
    document.title = t(consoleWords.titleOf, { screen: title })
  })
  const invitation = useQuery<Invitation, Refused>({
    queryKey: [invitationsPath, 'reading'],
    queryFn: () => postJson<Invitation>(`${invitationsPath}/reading`, { token }),
    enabled: isWhole,
    staleTime: Infinity,
  })
  return (
    <>
      <h1>{title}</h1>
      {!isWhole ? (
        <Notice kind="problem" title={t(words.noToken)} />
      ) : (
        <Loaded query={invitation}>
          {(shown) => <Accept token={token} invitation={shown} onAccepted={onAccepted} />}
        </Loaded>
      )}
    </>
  )
}

function Accept(props: { token: string; invitation: Invitation; onAccepted: () => Promise<void> }): ReactNode {
  const { token, invitation, onAccepted } = props
  const { t } = useSpeech()
  const [signInName, setSignInName] = useState('')
  const [name, setName] = useState('')
  const [problem, setProblem] = useState<ArrivedProblem>()
  const [busy, setBusy] = useState(false)

  async function send(event: FormEvent) {
    event.preventDefault()
    setBusy(true)
    setProblem(undefined)
    try {
      const said = invitation.name === '' ? { name } : {}
      await postJson(`${invitationsPath}/acceptance`, { token, signInName, ...said })
      // The token has done its work: it stays in no address and no history.
      window.history.replaceState(null, '', '/staff')
      await onAccepted()
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      setProblem(error.problem)
    } finally {
      setBusy(false)
    }
  }
  return (
    <>
      <p>{invitation.name === '' ? t(words.acceptLeadNobody) : t(words.acceptLead, { name: invitation.name })}</p>
      <ul>
        {invitation.grants.map(({ role, scope, from, until }) => (
          <li key={`${role} ${JSON.stringify(scope)}`}>
            <strong>{t(roleNames[role])}</strong> <PlaceOf scope={scope} /> ·{' '}
            <TermOfOffice from={from ?? null} until={until ?? null} />
          </li>
        ))}
      </ul>
      <p>{t(words.notYou)}</p>
      {problem === undefined ? null : <ProblemNotice problem={problem} answers />}
      <form className="staff-form" onSubmit={(event) => void send(event)}>
        {invitation.name === '' ? (
          <TextInput
            label={t(words.fullName)}
            autoComplete="name"
            value={name}
            minLength={2}
            maxLength={120}
            required
            onChange={(event) => setName(event.currentTarget.value)}
          />
        ) : null}
        <TextInput
          label={t(words.chooseName)}
          description={t(words.chooseNameHint)}
          autoComplete="username"
          data-latin
          value={signInName}
          minLength={3}
          maxLength={64}
          required
          onChange={(event) => setSignInName(event.currentTarget.value)}
        />
        <p>{t(words.afterAccept)}</p>
        <Button type="submit" loading={busy}>
          {t(words.acceptNow)}
        </Button>
      </form>
    </>
  )
}
