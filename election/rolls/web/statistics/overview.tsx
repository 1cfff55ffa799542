import { say, type Language } from '@intikhab/kernel/language'
import {
  Count,
  Figure,
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
import { GapList } from './gap-list.tsx'
import { GapMap } from './gap-map.tsx'
import { GenderTable } from './gender-table.tsx'
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

function ByGender(props: {
  open: OpenStatistics
  table: PublishedTable
  level: 'provinces' | 'districts'
  language: Language
}): ReactNode {
  const { open, table, level, language } = props
  const [title, head] = level === 'provinces' ? [words.byProvince, words.province] : [words.byDistrict, words.district]
  return (
    <Figure
      title={say(language, title)}
      denominator={say(language, words.ofAll, { total: open.statistics.total })}
      edition={open.note}
      language={language}
    >
      <GenderTable
        open={open}
        table={table}
        level={level}
        caption={say(language, title)}
        head={say(language, head)}
        language={language}
      />
      <FigureFoot open={open} path={statisticsPaths.table('gender', level)} language={language} />
    </Figure>
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
  const list = (level: 'nationalSeats' | 'districts') => (
    <GapList
      open={open}
      table={table}
      level={level}
      title={say(language, level === 'districts' ? words.gapDistricts : words.gapSeats)}
      head={say(language, level === 'districts' ? words.district : words.seat)}
      language={language}
    />
  )
  if (map === undefined || table.nationalSeats.length === 0) return list('districts')
  return (
    <>
      <div className="columns even">
        <GapMap open={open} table={table} map={map} language={language} />
        {list('nationalSeats')}
      </div>
      {list('districts')}
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
      {gender === null ? null : <ByGender {...shown} table={gender} level="provinces" />}
      {ages === null ? null : (
        <Figure
          title={say(language, words.byAge)}
          denominator={say(language, words.byAgeDenominator, { total })}
          edition={open.note}
          language={language}
        >
          <div className="columns even">
            <div>
              <AgePyramid counts={ages.country} language={language} />
            </div>
            <AgeTable counts={ages.country} language={language} />
          </div>
          <FigureFoot {...shown} path={statisticsPaths.table('ages', 'provinces')} />
        </Figure>
      )}
      {gender === null ? null : <Gap {...shown} table={gender} map={map} />}
      {gender === null ? null : <ByGender {...shown} table={gender} level="districts" />}
      {open.statistics.seats.length === 0 ? null : (
        <p>
          <a href={`/${language}${rollPaths.seats}`}>{say(language, words.allSeats)}</a>
        </p>
      )}
      <Changes {...shown} />
      <Registry {...shown} />
      <OtherBreakdowns {...shown} />
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
