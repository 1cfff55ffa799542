import { formatDay, say, type Language, type Text } from '@intikhab/kernel/language'
import { Name, nameIn, Notice, publicPage, readSeatMap, Tag } from '@intikhab/kernel/screens'
import type { PageContext, ScreenProps, SeatMap, SiteElection } from '@intikhab/kernel/screens'
import { loadProgramme, phaseOn } from '@intikhab/programme/web'
import {
  assemblyWords,
  BreakdownHeadlines,
  Clocks,
  electionPath,
  LeaderMap,
  LeaderTiles,
  NoResults,
  openResults,
  partyNames,
  partyTones,
  SeatsByParty,
  StationProgress,
  type OpenResults,
} from '@intikhab/results/web'
import type { ReactNode } from 'react'
import { words } from './words.ts'

interface Data {
  readonly election: SiteElection | undefined
  readonly results: OpenResults | undefined
  readonly map: SeatMap | undefined
  readonly siteName: Text
  /** Name of the phase of the programme on the day the page is made. */
  readonly phase: Text | undefined
}

const doors = [
  ['/vote', words.toVote, words.toVoteWhy],
  ['/programme', words.toProgramme, words.toProgrammeWhy],
  ['/rolls', words.toRolls, words.toRollsWhy],
  ['/data', words.toData, words.toDataWhy],
] as const

function Doors({ language }: { language: Language }): ReactNode {
  return (
    <ul className="cards">
      {doors.map(([path, title, why]) => (
        <li key={path}>
          <h2>
            <a href={`/${language}${path}`}>{say(language, title)}</a>
          </h2>
          <p>{say(language, why)}</p>
        </li>
      ))}
    </ul>
  )
}

function Night(props: {
  results: OpenResults
  map: SeatMap | undefined
  electionId: string
  language: Language
  context: PageContext
}): ReactNode {
  const { results, map, electionId, language, context } = props
  const { note, summary } = results
  const assembly = summary.assemblies[0]
  if (assembly === undefined) return null
  const view = { partyOf: partyNames(summary.parties), toneOf: partyTones(summary.parties) }
  const seats = summary.seats.filter((seat) => seat.assembly === assembly.assembly)
  const drawn = { electionId, seats, view, edition: note, language }
  return (
    <>
      <StationProgress stations={summary.counters} edition={note} language={language} />
      <h2>{say(language, assemblyWords[assembly.assembly])}</h2>
      <BreakdownHeadlines breakdown={assembly} language={language} />
      <div className="columns">
        <div>{map === undefined ? <LeaderTiles {...drawn} /> : <LeaderMap {...drawn} map={map} />}</div>
        <div>
          <SeatsByParty breakdown={assembly} view={view} edition={note} language={language} />
          <p>
            <a href={`/${language}${electionPath(electionId)}`}>{say(language, words.toResults)}</a>
          </p>
          <Clocks deadlines={summary.deadlines} counters={summary.counters} now={context.now} language={language} />
        </div>
      </div>
    </>
  )
}

function HomeScreen({ data, language, context }: ScreenProps<Data>): ReactNode {
  const { election, results } = data
  if (election === undefined)
    return (
      <>
        <h1>{data.siteName[language]}</h1>
        <Notice title={say(language, words.noElection)} />
        <Doors language={language} />
      </>
    )
  return (
    <>
      <div className="page-head">
        <h1>
          <Name text={election.name} language={language} />
        </h1>
        <p className="lead">
          {say(language, words.pollOn, { day: formatDay(language, election.pollDate) })}{' '}
          {data.phase === undefined ? null : <Tag tone="good">{data.phase[language]}</Tag>}
        </p>
      </div>
      {results === undefined ? (
        <NoResults electionId={election.id} language={language} />
      ) : (
        <Night results={results} map={data.map} electionId={election.id} language={language} context={context} />
      )}
      <Doors language={language} />
    </>
  )
}

/** The front page: the state of the current election and the doors to everything else. */
export const homePage = publicPage<Data>({
  path: '',
  section: 'home',
  async load(editions, _params, context) {
    const { site } = context
    const election = site.elections[0]
    const results = election === undefined ? undefined : await openResults(editions, election.id)
    const map = await readSeatMap(editions, election?.delimitationId ?? null)
    const programme = await loadProgramme(editions, undefined, context)
    const phase = programme === undefined ? undefined : phaseOn(programme.document, programme.today)?.name
    return { election, results, map, siteName: site.name, phase }
  },
  title: (data, language) =>
    data.election === undefined ? data.siteName[language] : nameIn(language, data.election.name),
  live: (data) => data.results?.note,
  Screen: HomeScreen,
})
