import {
  accountName,
  deviceName,
  Loaded,
  ProblemNotice,
  roleNames,
  StaffLink,
  useAct,
  useSession,
  useSpeech,
} from '@intikhab/kernel/console'
import type { Grant } from '@intikhab/kernel/identity'
import { formatInstant } from '@intikhab/kernel/language'
import { Code, Facts, Notice, Tag, When } from '@intikhab/kernel/screens'
import { Button } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import { GrantForm, type ChosenGrant } from './grant-form.tsx'
import { Manage, WithReason } from './manage.tsx'
import { ElectionOf, GrantState, PlaceOf, TermOfOffice } from './parts.tsx'
import { personPath, usePerson, type ListedGrant, type ListedPerson, type PersonSession } from './people-data.ts'
import { ByTwo } from './reason.tsx'
import { words } from './words.ts'

/** One person: offices with their dates, sessions, and what may be done about them. */
export function PersonScreen({ params }: { params: Readonly<Record<string, string>> }): ReactNode {
  const { t } = useSpeech()
  return (
    <>
      <p>
        <StaffLink to="/people">{t(words.toPeople)}</StaffLink>
      </p>
      <Loaded query={usePerson(params['account'] ?? '')}>{(person) => <Shown person={person} />}</Loaded>
    </>
  )
}

function Shown({ person }: { person: ListedPerson & { readonly sessions: readonly PersonSession[] } }): ReactNode {
  const { language, t } = useSpeech()
  const { accountId: own, may } = useSession()
  const { accountId, name, signInName, state, madeAt, mayManage, grants, sessions } = person
  const stateNames = { open: words.open, closed: words.closed, erased: words.erased }
  return (
    <>
      <h1>
        <bdi>{name === '' ? t(words.erasedPerson) : t(accountName(name))}</bdi>
      </h1>
      <Facts
        facts={[
          {
            key: 'state',
            name: t(words.state),
            value: <Tag tone={state === 'open' ? 'good' : 'plain'}>{t(stateNames[state])}</Tag>,
          },
          ...(signInName === ''
            ? []
            : [{ key: 'sign-in', name: t(words.signInName), value: <Code>{signInName}</Code> }]),
          { key: 'since', name: t(words.since), value: <When at={madeAt} language={language} /> },
          { key: 'id', name: t(words.accountId), value: <Code>{accountId}</Code> },
        ]}
      />
      {may('accounts.manage') && !mayManage ? <Notice title={t(words.mayNotManage)} /> : null}
      <h2>{t(words.held)}</h2>
      <ul className="act-list">
        {grants.map((grant) => (
          <HeldOffice key={grant.grantId} accountId={accountId} grant={grant} />
        ))}
      </ul>
      {state === 'open' && accountId !== own && may('accounts.invite') ? <GiveOffice accountId={accountId} /> : null}
      <h2>{t(words.sessions)}</h2>
      {sessions.length === 0 ? <p>{t(words.noSessions)}</p> : null}
      <ul className="act-list">
        {sessions.map((session) => (
          <OpenSession key={session.id} session={session} />
        ))}
      </ul>
      {mayManage ? <Manage person={person} /> : null}
    </>
  )
}

function OpenSession({ session: { device, begunAt, seenAt } }: { session: PersonSession }): ReactNode {
  const { language, t } = useSpeech()
  const { name, mark } = deviceName(device)
  return (
    <li>
      <span>
        {t(name)} {mark === null ? null : <Code>{mark}</Code>}
        <br />
        <span className="caption">
          {t(words.begun)} <When at={begunAt} language={language} /> · {t(words.seen)}{' '}
          <When at={seenAt} language={language} />
        </span>
      </span>
    </li>
  )
}

function HeldOffice({ accountId, grant }: { accountId: string; grant: ListedGrant }): ReactNode {
  const { t } = useSpeech()
  const { grantId, role, scope, from, until, mayEnd } = grant
  return (
    <li>
      <span>
        <strong>{t(roleNames[role])}</strong> <PlaceOf scope={scope} /> <GrantState grant={grant} />
        <br />
        <span className="caption">
          {scope.electionId === undefined ? null : (
            <>
              <ElectionOf id={scope.electionId} /> ·{' '}
            </>
          )}
          <TermOfOffice from={from} until={until} />
        </span>
      </span>
      {mayEnd ? (
        <WithReason
          label={t(words.endOffice)}
          path={`${personPath(accountId)}/offices/${grantId}/end`}
          accountId={accountId}
        />
      ) : null}
    </li>
  )
}

/** One more office for somebody who has an account. */
function GiveOffice({ accountId }: { accountId: string }): ReactNode {
  const { language, t } = useSpeech()
  const [reason, setReason] = useState('')
  const refresh = { refresh: [[personPath(accountId)]] }
  const give = useAct<{ grant: Grant }, undefined>(`${personPath(accountId)}/offices`, refresh)
  const propose = useAct<object, { lapsesAt: string }>('/api/identity/offices-above', refresh)
  function send({ grant, byTwo }: ChosenGrant) {
    if (byTwo) propose.mutate({ to: { accountId }, grant, reason })
    else give.mutate({ grant })
  }
  const problem = give.error?.problem ?? propose.error?.problem
  return (
    <details className="give-office">
      <summary>{t(words.another)}</summary>
      {problem === undefined ? null : <ProblemNotice problem={problem} answers />}
      {give.isSuccess ? <Notice kind="good" title={t(words.given)} live /> : null}
      {propose.isSuccess ? (
        <Notice
          kind="good"
          title={t(words.proposed, { at: formatInstant(language, new Date(propose.data.lapsesAt)) })}
          live
        />
      ) : null}
      <GrantForm onSend={send}>
        {(chosen) => (
          <>
            <ByTwo chosen={chosen} reason={reason} onReason={setReason} />
            <Button type="submit" disabled={chosen === undefined} loading={give.isPending || propose.isPending}>
              {t(chosen?.byTwo === true ? words.propose : words.giveOffice)}
            </Button>
          </>
        )}
      </GrantForm>
    </details>
  )
}
