import { say, type Language } from '@intikhab/kernel/language'
import { Breadcrumbs, CheckThis, Code, Empty, Name, nameIn, Notice, publicPage } from '@intikhab/kernel/screens'
import type { FileProof, ScreenProps } from '@intikhab/kernel/screens'
import type { ReactNode } from 'react'
import { editionPaths, type ContestResult, type Photograph } from '../core/edition.ts'
import { readStation, type StationResult } from '../core/read-edition.ts'
import { FindingsList } from './findings-list.tsx'
import { electionPath, findElection, openResults, proofOf, seatPath, stationPath, type OpenResults } from './load.ts'
import { photographFact } from './photograph.tsx'
import { AccountForm, CountForm, OriginFacts } from './station-form.tsx'
import { History } from './station-history.tsx'
import { stationTypes } from './station-table.tsx'
import { words } from './words.ts'

interface StationData {
  readonly electionId: string
  readonly electionName: { readonly en: string; readonly ur: string }
  readonly results: OpenResults
  readonly contest: ContestResult
  readonly result: StationResult
  readonly photographs: readonly Photograph[]
  readonly proof: FileProof | undefined
}

function Neighbours({ data, language }: { data: StationData; language: Language }): ReactNode {
  const { contest, result, electionId } = data
  const at = result.station.number
  const link = (number: number) => `/${language}${stationPath(electionId, contest.contestId, number)}`
  return (
    <nav className="neighbours" aria-label={say(language, words.station)}>
      {at > 1 ? (
        <a rel="prev" href={link(at - 1)}>
          {say(language, words.previousStation)}
        </a>
      ) : null}
      {at < contest.counters.expected ? (
        <a rel="next" href={link(at + 1)}>
          {say(language, words.nextStation)}
        </a>
      ) : null}
    </nav>
  )
}

function StationScreen({ data, language }: ScreenProps<StationData>): ReactNode {
  const { contest, result, electionId, results } = data
  const { station, forms } = result
  const form = forms?.count.at(-1)
  const account = forms?.account.at(-1)
  const photograph = (first: { readonly imageSha256: string | null } | undefined) =>
    photographFact({ electionId, imageSha256: first?.imageSha256, received: data.photographs, language })
  const findings = [...(form?.findings ?? []), ...(account?.findings ?? []), ...(forms?.findings ?? [])]
  return (
    <>
      <Breadcrumbs
        language={language}
        trail={[
          { href: electionPath(electionId), label: <Name text={data.electionName} language={language} /> },
          {
            href: seatPath(electionId, contest.contestId),
            label: (
              <>
                <Code>{contest.contestId}</Code> <Name text={contest.name} language={language} />
              </>
            ),
          },
        ]}
      />
      <div className="page-head">
        <p className="caption">{say(language, words.stationNumber, { number: station.number })}</p>
        <h1>
          <Name text={station.name} language={language} />
        </h1>
        <p>{say(language, stationTypes[station.type])}</p>
      </div>
      {form === undefined ? (
        <Notice title={say(language, words.stationAwaited)}>
          <p>{say(language, words.stationAwaitedWhy)}</p>
        </Notice>
      ) : (
        <>
          <CountForm version={form} candidates={contest.candidates} language={language} />
          <h2>{say(language, words.whoAndWhen)}</h2>
          <OriginFacts version={form} photograph={photograph(forms?.count[0])} language={language} />
          {data.proof === undefined ? null : (
            <CheckThis edition={results.note} file={data.proof} language={language} leaf={form.leaf} />
          )}
          <History versions={forms?.count ?? []} language={language} />
          <h2>{say(language, words.findingsTitle)}</h2>
          {findings.length === 0 ? (
            <Empty>{say(language, words.noFindings)}</Empty>
          ) : (
            <FindingsList findings={findings} language={language} />
          )}
        </>
      )}
      <h2>{say(language, words.accountTitle)}</h2>
      {account === undefined ? (
        <Empty>{say(language, words.accountAwaited)}</Empty>
      ) : (
        <>
          <AccountForm version={account} language={language} />
          <OriginFacts version={account} photograph={photograph(forms?.account[0])} language={language} />
        </>
      )}
      <Neighbours data={data} language={language} />
    </>
  )
}

export const stationPage = publicPage<StationData>({
  path: `${seatPath(':election', ':contest')}/stations/:number`,
  section: 'results',
  async load(editions, params, context) {
    const election = findElection(context, params['election'])
    const results = election === undefined ? undefined : await openResults(editions, election.id)
    const contestId = params['contest'] ?? ''
    const number = Number(params['number'])
    if (election === undefined || results === undefined || !Number.isSafeInteger(number)) return undefined
    if (!results.summary.seats.some((seat) => seat.contestId === contestId)) return undefined
    const read = await readStation(results.edition, contestId, number)
    if (read === undefined) return undefined
    const file = read.contest.received.find(([at]) => at === number)?.[1]
    const proof = file === undefined ? undefined : proofOf(results, editionPaths.forms(contestId, file))
    return { electionId: election.id, electionName: election.name, results, ...read, proof }
  },
  title: ({ contest, result }, language) =>
    `${nameIn(language, result.station.name)} – ${contest.contestId}/${result.station.number}`,
  live: (data) => data.results.note,
  Screen: StationScreen,
})
