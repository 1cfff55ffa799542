import { say } from '@intikhab/kernel/language'
import {
  Breadcrumbs,
  CheckThis,
  Name,
  nameIn,
  provinceName,
  publicPage,
  type ScreenProps,
} from '@intikhab/kernel/screens'
import type { ReactNode } from 'react'
import { editionPaths } from '../core/edition.ts'
import { BreakdownHeadlines } from './figures-row.tsx'
import { electionPath, partyNames, proofOf } from './load.ts'
import { loadAssembly, type AssemblyData } from './national.tsx'
import { PartyTable, SeatsByParty } from './party-table.tsx'
import { partyTones } from './party-tones.ts'
import { StationProgress } from './progress.tsx'
import { SeatList } from './seat-list.tsx'
import { assemblyWords, words } from './words.ts'

interface ProvinceData extends AssemblyData {
  readonly province: string
}

export const provincePage = publicPage<ProvinceData>({
  path: '/results/:election/provinces/:province',
  section: 'results',
  async load(editions, params, context) {
    const province = params['province'] ?? ''
    const loaded = await loadAssembly(editions, { election: params['election'] ?? '' }, context)
    const known = loaded?.results?.summary.provinces.some((each) => each.province === province)
    return loaded === undefined || known !== true ? undefined : { ...loaded, province }
  },
  title: (data, language) =>
    `${nameIn(language, provinceName(data.province))} – ${say(language, words.resultsOf, { election: nameIn(language, data.electionName) })}`,
  live: (data) => data.results?.note,
  Screen: ProvinceScreen,
})

function ProvinceScreen({ data, language }: ScreenProps<ProvinceData>): ReactNode {
  const { results, electionId, province } = data
  if (results === undefined) return null
  const { note, summary } = results
  const view = { partyOf: partyNames(summary.parties), toneOf: partyTones(summary.parties) }
  const proof = proofOf(results, editionPaths.summary)
  return (
    <>
      <Breadcrumbs
        language={language}
        trail={[{ href: electionPath(electionId), label: <Name text={data.electionName} language={language} /> }]}
      />
      <div className="page-head">
        <h1>
          <Name text={provinceName(province)} language={language} />
        </h1>
        <p className="caption">{say(language, words.provisional)}</p>
      </div>
      {summary.provinces
        .filter((each) => each.province === province)
        .map((breakdown) => {
          const seats = summary.seats.filter(
            (seat) => seat.province === province && seat.assembly === breakdown.assembly,
          )
          return (
            <section key={breakdown.assembly}>
              <h2>{say(language, assemblyWords[breakdown.assembly])}</h2>
              <StationProgress stations={breakdown.stations} edition={note} language={language} />
              <BreakdownHeadlines breakdown={breakdown} language={language} />
              <SeatsByParty breakdown={breakdown} view={view} edition={note} language={language} />
              <PartyTable breakdown={breakdown} view={view} edition={note} language={language} />
              <SeatList
                electionId={electionId}
                caption={say(language, words.seatList)}
                seats={seats}
                view={view}
                language={language}
              />
            </section>
          )
        })}
      {proof === undefined ? null : <CheckThis edition={note} file={proof} language={language} />}
    </>
  )
}
