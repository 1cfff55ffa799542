import { say, type Language } from '@intikhab/kernel/language'
import {
  Count,
  Headlines,
  Notice,
  publicPage,
  readSeatMap,
  type Fact,
  type ScreenProps,
  type SeatMap,
} from '@intikhab/kernel/screens'
import type { ReactNode } from 'react'
import { statisticsPaths } from '../../core/statistics/file-paths.ts'
import type { PublishedTable } from '../../core/statistics/published-table.ts'
import type { PublishedStage } from '../../core/editions/published-stage.ts'
import { readRollStage, StageNotice } from '../editions/display-pages.tsx'
import { AgePyramid, AgeTable } from './age-pyramid.tsx'
import { FigureFoot } from './figure-foot.tsx'
import { ProvedFigure } from './proved-figure.tsx'
import { GapList } from './gap-list.tsx'
import { GapMap } from './gap-map.tsx'
import { GenderFigure } from './gender-figure.tsx'
import { openStatistics, rollPaths, type OpenStatistics } from './load.ts'
import { Changes, OtherBreakdowns, Registry } from './more-breakdowns.tsx'
import { PageHead, PageNotes } from './page-head.tsx'
import { genderFacts } from './place-figures.tsx'
import { words } from './words.ts'

interface Data {
  readonly open: OpenStatistics | undefined
  readonly map: SeatMap | undefined
  /** Where the roll stands; undefined while nothing is published of it. */
  readonly stage: PublishedStage | undefined
}

function headlines({ statistics }: OpenStatistics, language: Language): Fact[] {
  const { total, tables, blocks, stations, genderGap } = statistics
  const facts: Fact[] =
    tables.gender === null
      ? [{ key: 'voters', name: say(language, words.registered), value: <Count n={total} language={language} /> }]
      : genderFacts(tables.gender.country, language, genderGap.percent)
  facts.push({ key: 'blocks', name: say(language, words.blocks), value: <Count n={blocks} language={language} /> })
  if (stations !== null && stations > 0)
    facts.push({
      key: 'stations',
      name: say(language, words.stations),
      value: <Count n={stations} language={language} />,
      note: say(language, words.perStation, { n: Math.round(total / stations) }),
    })
  return facts
}

/** Where the same is told of every district and of every seat. */
function MorePages({ open, language }: { open: OpenStatistics; language: Language }): ReactNode {
  return (
    <ul className="plain-list">
      <li>
        <a href={`/${language}${rollPaths.districts}`}>{say(language, words.allDistricts)}</a>
      </li>
      {open.statistics.seats.length === 0 ? null : (
        <li>
          <a href={`/${language}${rollPaths.seats}`}>{say(language, words.allSeats)}</a>
        </li>
      )}
    </ul>
  )
}

function Gap({
  open,
  table,
  map,
  language,
}: {
  open: OpenStatistics
  table: PublishedTable
  map: SeatMap | undefined
  language: Language
}) {
  const shown = { open, table, language }
  const districts = <GapList {...shown} level="districts" />
  if (map === undefined || table.nationalSeats.length === 0) return districts
  return (
    <>
      <div className="columns even">
        <GapMap {...shown} map={map} />
        <GapList {...shown} level="nationalSeats" />
      </div>
      {districts}
    </>
  )
}

function OverviewScreen({ data: { open, map, stage }, language, context }: ScreenProps<Data>): ReactNode {
  const stands =
    stage === undefined ? null : <StageNotice stage={stage} now={context.now} language={language} withLink />
  if (open === undefined)
    return (
      <>
        <h1>{say(language, words.title)}</h1>
        {stands}
        <Notice title={say(language, words.none)} />
      </>
    )
  const { tables, total } = open.statistics
  const { gender, ages } = tables
  const shown = { open, language }
  return (
    <>
      <PageHead {...shown} title={say(language, words.title)} />
      {stands}
      <Headlines facts={headlines(open, language)} />
      <FigureFoot {...shown} path={statisticsPaths.all} />
      <MorePages {...shown} />
      <GenderFigure {...shown} level="provinces" />
      {ages === null ? null : (
        <ProvedFigure
          title={say(language, words.byAge)}
          denominator={say(language, words.byAgeDenominator, { total })}
          open={open}
          path={statisticsPaths.table('ages', 'provinces')}
          language={language}
        >
          <div className="columns even">
            <div>
              <AgePyramid counts={ages.country} language={language} />
            </div>
            <AgeTable counts={ages.country} language={language} />
          </div>
        </ProvedFigure>
      )}
      {gender === null ? null : <Gap {...shown} table={gender} map={map} />}
      <Changes {...shown} level="provinces" />
      <Registry {...shown} level="provinces" />
      <OtherBreakdowns {...shown} level="provinces" />
      <PageNotes {...shown} />
    </>
  )
}

/** The rolls in numbers: by gender, age, province and district, where women are missing, and what changed. */
export const overviewPage = publicPage<Data>({
  path: rollPaths.overview,
  section: 'rolls',
  async load(editions, _params, context) {
    const open = await openStatistics(editions, context)
    const stage = await readRollStage(editions, context.site.rollId)
    return { open, stage, map: await readSeatMap(editions, open?.statistics.delimitationId ?? null) }
  },
  title: (_data, language) => say(language, words.title),
  Screen: OverviewScreen,
})
