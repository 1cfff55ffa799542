import {
  accountName,
  DataTable,
  Loaded,
  roleNames,
  StaffLink,
  useSession,
  useSpeech,
  type DataColumn,
} from '@intikhab/kernel/console'
import { Code, Tag, When } from '@intikhab/kernel/screens'
import { TextInput } from '@mantine/core'
import { useDeferredValue, useState, type ReactNode } from 'react'
import { OfficeLine } from './parts.tsx'
import { usePeople, type ListedPerson } from './people-data.ts'
import { WaitingInvitations } from './waiting-invitations.tsx'
import { words } from './words.ts'

/** As many as one answer lists. */
const mostListed = 200

/** The people of one's own reach, and invitations that wait. */
export function PeopleScreen(): ReactNode {
  const { t } = useSpeech()
  const { may } = useSession()
  const [typed, setTyped] = useState('')
  const people = usePeople(useDeferredValue(typed.trim()))
  return (
    <>
      <h1>{t(words.people)}</h1>
      <p>{t(words.lead)}</p>
      <p className="form-buttons">
        {may('accounts.invite') ? (
          <StaffLink to="/people/invite" className="button">
            {t(words.invite)}
          </StaffLink>
        ) : null}
        <StaffLink to="/people/offices">{t(words.offices)}</StaffLink>
      </p>
      <Loaded query={people}>
        {(found) => (
          <>
            {typed === '' && found.people.length < mostListed ? null : (
              <div className="staff-form">
                <TextInput
                  type="search"
                  label={t(words.search)}
                  value={typed}
                  maxLength={120}
                  onChange={(event) => setTyped(event.currentTarget.value)}
                />
              </div>
            )}
            <Table people={found.people} />
          </>
        )}
      </Loaded>
      {may('accounts.invite') ? <WaitingInvitations /> : null}
    </>
  )
}

function Table({ people }: { people: readonly ListedPerson[] }): ReactNode {
  const { language, t } = useSpeech()
  const open = ({ grants }: ListedPerson) => grants.filter(({ endedAt }) => endedAt === null)
  const stateNames = { open: words.open, closed: words.closed, erased: words.erased }
  const columns: readonly DataColumn<ListedPerson>[] = [
    {
      key: 'name',
      head: t(words.name),
      names: true,
      value: ({ name }) => t(accountName(name)),
      cell: ({ accountId, name }) => (
        <StaffLink to={`/people/account/${accountId}`}>
          <bdi>{name === '' ? t(words.erasedPerson) : t(accountName(name))}</bdi>
        </StaffLink>
      ),
    },
    {
      key: 'offices',
      head: t(words.held),
      value: (person) =>
        open(person)
          .map(({ role, scope }) => `${t(roleNames[role])} ${'code' in scope ? scope.code : ''}`)
          .join(', '),
      cell: (person) =>
        open(person).length === 0
          ? t(words.none)
          : open(person).map(({ grantId, role, scope }) => (
              <span key={grantId} className="office-line">
                <OfficeLine role={role} scope={scope} />
              </span>
            )),
    },
    {
      key: 'signInName',
      head: t(words.signInName),
      value: ({ signInName }) => signInName,
      cell: ({ signInName }) => (signInName === '' ? null : <Code>{signInName}</Code>),
      wideOnly: true,
    },
    {
      key: 'state',
      head: t(words.state),
      value: ({ state }) => t(stateNames[state]),
      cell: ({ state }) => <Tag tone={state === 'open' ? 'good' : 'plain'}>{t(stateNames[state])}</Tag>,
    },
    {
      key: 'seen',
      head: t(words.seen),
      value: ({ seenAt }) => seenAt,
      cell: ({ seenAt }) => (seenAt === null ? t(words.notSignedIn) : <When at={seenAt} language={language} />),
      wideOnly: true,
    },
  ]
  return (
    <>
      <DataTable
        caption={t(words.staff)}
        columns={columns}
        rows={people}
        rowKey={({ accountId }) => accountId}
        empty={t(words.nobody)}
      />
      {people.length < mostListed ? null : <p className="caption">{t(words.firstOnly, { count: mostListed })}</p>}
    </>
  )
}
