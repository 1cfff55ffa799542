import { formatPercent, say, type Language } from '@intikhab/kernel/language'
import {
  Breadcrumbs,
  CheckThis,
  Code,
  Count,
  Facts,
  Figure,
  Headlines,
  Name,
  nameIn,
  Notice,
  provinceName,
  publicPage,
} from '@intikhab/kernel/screens'
import type { FileProof, ScreenProps } from '@intikhab/kernel/screens'
import type { ReactNode } from 'react'
import { editionPaths, type ContestResult } from '../core/edition.ts'
import { readContest, type StationResult } from '../core/read-edition.ts'
import { CandidateTable } from './candidate-table.tsx'
import { ContestDocuments } from './contest-documents.tsx'
import { FindingsList } from './findings-list.tsx'
import { LegalTests } from './legal-tests.tsx'
import { Recounts } from './recounts.tsx'
import { SetAsideForms } from './set-aside-forms.tsx'
import { electionPath, findElection, openResults, partyNames, proofOf, seatPath, type OpenResults } from './load.ts'
import { partyTones } from './party-tones.ts'
import { StationProgress } from './progress.tsx'
import { StateTag } from './states.tsx'
import { StationTable } from './station-table.tsx'
import { assemblyWords, words } from './words.ts'

interface SeatData {
  readonly electionId: string
  readonly electionName: { readonly en: string; readonly ur: string }
  readonly results: OpenResults
  readonly contest: ContestResult
  readonly stations: readonly StationResult[]
  readonly proof: FileProof | undefined
}

/** The seat's standing in one sentence. */
function Standing({ contest, language }: { contest: ContestResult; language: Language }): ReactNode {
  const { leader, margin, tiedSerials, documents } = contest
  const returned = documents.findLast(({ form }) => form === '49')?.returned
  if (returned !== undefined && returned !== null)
    return <Notice kind="good" title={say(language, words.winner, { name: nameIn(language, returned.name) })} />
  if (contest.state === 'no-count') return null
  if (leader === null) return <Notice title={say(language, words.noVoteYet)} />
  if (tiedSerials.length > 0) return <Notice kind="late" title={say(language, words.tie)} />
  const name = nameIn(language, leader.name)
  return (
    <Notice
      title={margin === null ? say(language, words.leads, { name }) : say(language, words.leadsBy, { name, margin })}
    >
      <p>{say(language, words.provisional)}</p>
    </Notice>
  )
}

function SeatFigures({ contest, language }: { contest: ContestResult; language: Language }): ReactNode {
  const { totals, margin } = contest
  const received = totals.registeredReceived.total
  const ballots = totals.valid + totals.excluded
  return (
    <Headlines
      facts={[
        {
          key: 'margin',
          name: say(language, words.margin),
          value: margin === null ? '–' : <Count n={margin} language={language} />,
        },
        {
          key: 'excluded',
          name: say(language, words.excludedVotes),
          value: <Count n={totals.excluded} language={language} />,
          note:
            ballots === 0
              ? undefined
              : say(language, words.excludedOf, {
                  share: formatPercent(language, totals.excluded, ballots),
                  ballots,
                }),
        },
        {
          key: 'turnout',
          name: say(language, words.turnout),
          value: formatPercent(language, totals.polled.total, received),
          note: say(language, words.turnoutOf, { registered: received }),
        },
        { key: 'valid', name: say(language, words.valid), value: <Count n={totals.valid} language={language} /> },
      ]}
    />
  )
}

function Polled({ contest, language }: { contest: ContestResult; language: Language }): ReactNode {
  const { polled, registered, tendered, challenged } = contest.totals
  const rows = [
    ['registered', words.registered, registered],
    ['polled', words.polled, polled.total],
    ['male', words.male, polled.male],
    ['female', words.female, polled.female],
    ['other', words.other, polled.other],
    ['tendered', words.tendered, tendered],
    ['challenged', words.challenged, challenged],
  ] as const
  return (
    <Facts
      facts={rows.map(([key, text, n]) => ({
        key,
        name: say(language, text),
        value: <Count n={n} language={language} />,
      }))}
    />
  )
}

function SeatScreen({ data, context, language }: ScreenProps<SeatData>): ReactNode {
  const { contest, results, electionId, stations } = data
  const { note, summary } = results
  const view = { partyOf: partyNames(summary.parties), toneOf: partyTones(summary.parties) }
  const { received, expected } = contest.counters
  return (
    <>
      <Breadcrumbs
        language={language}
        trail={[
          { href: electionPath(electionId), label: <Name text={data.electionName} language={language} /> },
          {
            href: `${electionPath(electionId)}/assemblies/${contest.assembly}`,
            label: say(language, assemblyWords[contest.assembly]),
          },
          {
            href: `${electionPath(electionId)}/provinces/${contest.province}`,
            label: <Name text={provinceName(contest.province)} language={language} />,
          },
        ]}
      />
      <div className="page-head">
        <h1>
          <Code>{contest.contestId}</Code> <Name text={contest.name} language={language} />
        </h1>
        <p>
          <StateTag seat={contest} language={language} />
        </p>
      </div>
      <Standing contest={contest} language={language} />
      <StationProgress stations={{ received, expected }} edition={note} language={language} />
      <SeatFigures contest={contest} language={language} />
      <div className="columns">
        <Figure
          title={say(language, words.candidates)}
          denominator={
            <>
              {say(language, words.candidatesDenominator, { valid: contest.totals.valid, received, expected })}{' '}
              {contest.postal === null ? null : say(language, words.postalIncluded)}
            </>
          }
          edition={note}
          language={language}
        >
          <CandidateTable contest={contest} view={view} language={language} caption={say(language, words.candidates)} />
        </Figure>
        <div>
          <h2>{say(language, words.polled)}</h2>
          <Polled contest={contest} language={language} />
          <LegalTests tests={contest.tests} language={language} />
        </div>
      </div>
      {contest.findings.length === 0 ? null : (
        <>
          <h2>{say(language, words.findingsTitle)}</h2>
          <FindingsList findings={contest.findings} language={language} />
        </>
      )}
      <Recounts contest={contest} now={context.now} language={language} />
      <ContestDocuments contest={contest} edition={note} language={language} />
      <h2>{say(language, words.stationTable)}</h2>
      <StationTable
        contest={contest}
        stations={stations}
        language={language}
        csv={`/editions/${note.series}/${note.number}/${editionPaths.contestTable(contest.contestId)}`}
      />
      <SetAsideForms contest={contest} language={language} />
      {data.proof === undefined ? null : <CheckThis edition={note} file={data.proof} language={language} />}
    </>
  )
}

export const seatPage = publicPage<SeatData>({
  path: seatPath(':election', ':contest'),
  section: 'results',
  async load(editions, params, context) {
    const election = findElection(context, params['election'])
    const results = election === undefined ? undefined : await openResults(editions, election.id)
    const contestId = params['contest'] ?? ''
    if (election === undefined || results?.summary.seats.some((seat) => seat.contestId === contestId) !== true)
      return undefined
    const read = await readContest(results.edition, contestId)
    if (read === undefined) return undefined
    const proof = proofOf(results, editionPaths.contest(contestId))
    return { electionId: election.id, electionName: election.name, results, ...read, proof }
  },
  title: ({ contest, electionName }, language) =>
    `${contest.contestId} ${nameIn(language, contest.name)} – ${nameIn(language, electionName)}`,
  live: (data) => data.results.note,
  Screen: SeatScreen,
})
