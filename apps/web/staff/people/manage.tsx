import { ProblemNotice, useAct, useSpeech } from '@intikhab/kernel/console'
import { Notice } from '@intikhab/kernel/screens'
import { Button, Checkbox } from '@mantine/core'
import { useState, type FormEvent, type ReactNode } from 'react'
import { peoplePath, personPath, type ListedPerson } from './people-data.ts'
import { Reason } from './reason.tsx'
import { words } from './words.ts'

const refreshOf = (accountId: string) => ({ refresh: [[personPath(accountId)], [peoplePath]] })

/** A button that asks for the reason before it acts. */
export function WithReason(props: { label: string; path: string; accountId: string; lead?: string }): ReactNode {
  const { label, path, accountId, lead } = props
  const { t } = useSpeech()
  const [asked, setAsked] = useState(false)
  const [reason, setReason] = useState('')
  const act = useAct<{ reason: string }, undefined>(path, refreshOf(accountId))
  if (!asked)
    return (
      <Button variant="default" onClick={() => setAsked(true)}>
        {label}
      </Button>
    )
  function send(event: FormEvent) {
    event.preventDefault()
    act.mutate({ reason })
  }
  return (
    <form className="staff-form" onSubmit={send}>
      {lead === undefined ? null : <p>{lead}</p>}
      {act.isError ? <ProblemNotice problem={act.error.problem} answers /> : null}
      <Reason value={reason} onChange={setReason} />
      <div className="form-buttons">
        <Button type="submit" loading={act.isPending} disabled={reason.trim().length < 3}>
          {label}
        </Button>
        <Button variant="default" onClick={() => setAsked(false)}>
          {t(words.cancel)}
        </Button>
      </div>
    </form>
  )
}

/** What a supervisor does with the account itself. */
export function Manage({ person: { accountId, state } }: { person: ListedPerson }): ReactNode {
  const { t } = useSpeech()
  const path = personPath(accountId)
  const end = useAct<undefined, { ended: number }>(`${path}/sessions/end`, refreshOf(accountId))
  return (
    <>
      {state === 'open' ? (
        <p>
          <Button variant="default" loading={end.isPending} onClick={() => end.mutate(undefined)}>
            {t(words.endSessions)}
          </Button>
        </p>
      ) : null}
      {end.isError ? <ProblemNotice problem={end.error.problem} answers /> : null}
      {end.isSuccess ? <Notice kind="good" title={t(words.sessionsEnded, { count: end.data.ended })} live /> : null}
      <h2>{t(words.account)}</h2>
      {state === 'open' ? (
        <WithReason label={t(words.close)} lead={t(words.closeLead)} path={`${path}/closure`} accountId={accountId} />
      ) : null}
      {state === 'closed' ? <Erase accountId={accountId} /> : null}
    </>
  )
}

function Erase({ accountId }: { accountId: string }): ReactNode {
  const { t } = useSpeech()
  const [sure, setSure] = useState(false)
  const erase = useAct<undefined, undefined>(`${personPath(accountId)}/erasure`, refreshOf(accountId))
  return (
    <div className="staff-form">
      <p>{t(words.eraseLead)}</p>
      {erase.isError ? <ProblemNotice problem={erase.error.problem} answers /> : null}
      <Checkbox label={t(words.eraseSure)} checked={sure} onChange={(event) => setSure(event.currentTarget.checked)} />
      <Button disabled={!sure} loading={erase.isPending} onClick={() => erase.mutate(undefined)}>
        {t(words.erase)}
      </Button>
    </div>
  )
}
