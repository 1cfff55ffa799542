import { Loaded, StaffLink, useElections, useGet, useGo, useSession, useSpeech } from '@intikhab/kernel/console'
import type { HistoryAnswer } from '@intikhab/kernel/history'
import { Code, Empty } from '@intikhab/kernel/screens'
import { Button, TextInput } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import { Entry } from './entry.tsx'
import './history.css'
import { words } from './words.ts'

/** Address of the history of something; its name keeps its slashes. */
const addressOf = (about: string) => `/history/${about.split('/').map(encodeURIComponent).join('/')}`

/** The history of what the address names, the newest first; without a name, what there is to look at. */
export function HistoryScreen({ params }: { params: Readonly<Record<string, string>> }): ReactNode {
  const about = params['_splat'] ?? ''
  const { t } = useSpeech()
  if (about !== '')
    return (
      <>
        <h1>{t(words.historyOf, { about })}</h1>
        <Search about={about} />
        <Entries about={about} before={null} />
      </>
    )
  return (
    <>
      <h1>{t(words.history)}</h1>
      <p>{t(words.lead)}</p>
      <Search about="" />
      <Examples />
    </>
  )
}

function Search({ about }: { about: string }): ReactNode {
  const { t } = useSpeech()
  const go = useGo()
  const [typed, setTyped] = useState(about)
  const wanted = typed.trim().replaceAll(/^\/+|\/+$/g, '')
  return (
    <form
      className="history-search"
      onSubmit={(event) => {
        event.preventDefault()
        if (wanted !== '') go(addressOf(wanted))
      }}
    >
      <TextInput
        type="search"
        dir="ltr"
        label={t(words.about)}
        description={t(words.aboutHint)}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <Button type="submit" disabled={wanted === ''}>
        {t(words.show)}
      </Button>
    </form>
  )
}

/** The seats of the reader's own offices, the elections, and the reader's own account. */
function Examples(): ReactNode {
  const { t } = useSpeech()
  const { grants, accountId } = useSession()
  return (
    <Loaded query={useElections()}>
      {({ elections }) => {
        const seats = grants.flatMap(({ scope }) => (scope.kind === 'constituency' ? [scope] : []))
        const own = seats.flatMap(({ code, electionId }) =>
          elections
            .filter(({ id }) => electionId === undefined || electionId === id)
            .map(({ id, name }) => ({
              about: `${id}/${code}`,
              name: t(words.seatOf, { seat: code, election: t(name) }),
            })),
        )
        const all = [
          ...new Map(own.map((each) => [each.about, each])).values(),
          ...elections.map(({ id, name }) => ({ about: id, name: t(name) })),
          { about: accountId, name: t(words.ownAccount) },
        ]
        return (
          <>
            <p>{t(words.examples)}</p>
            <ul>
              {all.map(({ about, name }) => (
                <li key={about}>
                  <StaffLink to={addressOf(about)}>{name}</StaffLink> <Code>{about}</Code>
                </li>
              ))}
            </ul>
          </>
        )
      }}
    </Loaded>
  )
}

/** One page of entries; what is older follows below when it is asked for. */
function Entries({ about, before }: { about: string; before: number | null }): ReactNode {
  const query = new URLSearchParams({ about, ...(before === null ? {} : { before: String(before) }) })
  return (
    <Loaded query={useGet<HistoryAnswer>(`/api/history?${query.toString()}`)}>
      {(answer) => <Page answer={answer} isFirst={before === null} />}
    </Loaded>
  )
}

function Page({ answer, isFirst }: { answer: HistoryAnswer; isFirst: boolean }): ReactNode {
  const { about, entries, next, size } = answer
  const { t } = useSpeech()
  const [wantsOlder, setWantsOlder] = useState(false)
  return (
    <>
      {isFirst ? <p className="caption">{t(words.looked, { size })}</p> : null}
      {entries.length > 0 ? null : <Empty>{t(next === null ? words.none : words.noneHere)}</Empty>}
      {entries.length === 0 ? null : (
        <ol className="timeline history">
          {entries.map((entry) => (
            <Entry key={entry.leaf} entry={entry} />
          ))}
        </ol>
      )}
      {next === null ? null : wantsOlder ? (
        <Entries about={about} before={next} />
      ) : (
        <Button variant="default" onClick={() => setWantsOlder(true)}>
          {t(words.older)}
        </Button>
      )}
    </>
  )
}
