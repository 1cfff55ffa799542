import { say, type Language } from '@intikhab/kernel/language'
import { Breadcrumbs, CheckThis, Name, nameIn, Notice, publicPage, readSeatMap, When } from '@intikhab/kernel/screens'
import type { EditionReaderLike, PageContext, ScreenProps, SeatMap } from '@intikhab/kernel/screens'
import type { ReactNode } from 'react'
import { editionPaths, type AssemblyCode, type AssemblySummary } from '../core/edition.ts'
import { Clocks } from './clocks.tsx'
import { BreakdownHeadlines } from './figures-row.tsx'
import { assembliesOf, electionPath, findElection, openResults, partyNames, proofOf, type OpenResults } from './load.ts'
import { NoResults } from './no-results.tsx'
import { PartyTable, SeatsByParty } from './party-table.tsx'
import { partyTones } from './party-tones.ts'
import { StationProgress } from './progress.tsx'
import { ProvinceTable } from './province-table.tsx'
import { SeatList } from './seat-list.tsx'
import { LeaderMap, LeaderTiles } from './seat-map.tsx'
import { assemblyWords, words } from './words.ts'

export interface AssemblyData {
  readonly electionId: string
  readonly electionName: { readonly en: string; readonly ur: string }
  readonly results: OpenResults | undefined
  readonly assembly: AssemblySummary | undefined
  readonly map: SeatMap | undefined
}

/** Reads an assembly's results; the first assembly of the election where none is named. */
export async function loadAssembly(
  editions: EditionReaderLike,
  params: Readonly<Record<string, string>>,
  context: PageContext,
): Promise<AssemblyData | undefined> {
  const election = findElection(context, params['election'])
  if (election === undefined) return undefined
  const results = await openResults(editions, election.id)
  const wanted = params['assembly']
  const assembly = results?.summary.assemblies.find((each) => wanted === undefined || each.assembly === wanted)
  if (wanted !== undefined && assembly === undefined) return undefined
  const map = assembly?.assembly === 'NA' ? await readSeatMap(editions, election.delimitationId) : undefined
  return { electionId: election.id, electionName: election.name, results, assembly, map }
}

function titleOf(data: AssemblyData, language: Language): string {
  const title = say(language, words.resultsOf, { election: nameIn(language, data.electionName) })
  return data.assembly === undefined ? title : `${say(language, assemblyWords[data.assembly.assembly])} – ${title}`
}

function AssemblyLinks(props: {
  electionId: string
  all: readonly AssemblyCode[]
  current: AssemblyCode
  language: Language
}): ReactNode {
  if (props.all.length < 2) return null
  return (
    <nav className="choices" aria-label={say(props.language, words.seats)}>
      <ul>
        {props.all.map((code) => (
          <li key={code}>
            <a
              href={`/${props.language}${electionPath(props.electionId)}/assemblies/${code}`}
              {...(code === props.current ? { 'aria-current': 'page' as const } : {})}
            >
              {say(props.language, assemblyWords[code])}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function OtherElections({ context, current }: { context: PageContext; current: string }): ReactNode {
  const others = context.site.elections.filter(({ id }) => id !== current)
  if (others.length === 0) return null
  return (
    <>
      <h2>{say(context.language, words.otherElections)}</h2>
      <ul>
        {others.map((election) => (
          <li key={election.id}>
            <a href={`/${context.language}${electionPath(election.id)}`}>
              <Name text={election.name} language={context.language} />
            </a>
          </li>
        ))}
      </ul>
    </>
  )
}

function AssemblyScreen({ data, language, context }: ScreenProps<AssemblyData>): ReactNode {
  const { results, assembly, electionId } = data
  if (results === undefined || assembly === undefined)
    return (
      <>
        <h1>{titleOf(data, language)}</h1>
        <NoResults electionId={electionId} language={language} />
        <OtherElections context={context} current={electionId} />
      </>
    )
  const { note, summary } = results
  const view = { partyOf: partyNames(summary.parties), toneOf: partyTones(summary.parties) }
  const seats = summary.seats.filter((seat) => seat.assembly === assembly.assembly)
  const drawn = { electionId, seats, view, edition: note, language }
  const proof = proofOf(results, editionPaths.summary)
  const provinces = summary.provinces.filter((each) => each.assembly === assembly.assembly)
  return (
    <>
      <Breadcrumbs
        language={language}
        trail={[{ href: electionPath(electionId), label: <Name text={data.electionName} language={language} /> }]}
      />
      <div className="page-head">
        <h1>{say(language, assemblyWords[assembly.assembly])}</h1>
        <p className="lead">
          <Name text={data.electionName} language={language} />
        </p>
        <p className="caption">
          {say(language, words.provisional)} <When at={summary.asOf} language={language} />
        </p>
      </div>
      <AssemblyLinks
        electionId={electionId}
        all={assembliesOf(summary)}
        current={assembly.assembly}
        language={language}
      />
      <StationProgress stations={assembly.stations} edition={note} language={language} />
      <BreakdownHeadlines breakdown={assembly} language={language} />
      <SeatsByParty breakdown={assembly} view={view} edition={note} language={language} />
      <div className="columns even">
        <div>{data.map === undefined ? <LeaderTiles {...drawn} /> : <LeaderMap {...drawn} map={data.map} />}</div>
        <div>
          <PartyTable breakdown={assembly} view={view} edition={note} language={language} />
        </div>
      </div>
      {provinces.length > 1 ? (
        <ProvinceTable electionId={electionId} provinces={provinces} view={view} edition={note} language={language} />
      ) : null}
      <h2>{say(language, words.seatList)}</h2>
      <SeatList
        electionId={electionId}
        caption={say(language, words.seatList)}
        seats={seats}
        view={view}
        language={language}
        csv={`/editions/${note.series}/${note.number}/${editionPaths.totalsTable}`}
      />
      <h2>{say(language, words.clocks)}</h2>
      <Clocks deadlines={summary.deadlines} counters={summary.counters} now={context.now} language={language} />
      <RefusedBundles results={results} language={language} />
      {proof === undefined ? null : <CheckThis edition={note} file={proof} language={language} />}
      <OtherElections context={context} current={electionId} />
    </>
  )
}

function RefusedBundles({ results, language }: { results: OpenResults; language: Language }): ReactNode {
  const { refusals } = results.summary
  if (refusals.length === 0) return null
  return (
    <Notice title={say(language, words.refusals)}>
      <ul>
        {refusals.map(({ code, count }) => (
          <li key={code}>
            <a href={`/${language}/refusals#${code}`}>
              <bdi dir="ltr">{code}</bdi>
            </a>{' '}
            × {count}
          </li>
        ))}
      </ul>
    </Notice>
  )
}

const assemblyPage = {
  section: 'results' as const,
  load: loadAssembly,
  title: titleOf,
  live: (data: AssemblyData) => data.results?.note,
  Screen: AssemblyScreen,
}

export const currentResultsPage = publicPage({ ...assemblyPage, path: '/results' })
export const nationalPage = publicPage({ ...assemblyPage, path: '/results/:election' })
export const assemblyResultsPage = publicPage({ ...assemblyPage, path: '/results/:election/assemblies/:assembly' })
