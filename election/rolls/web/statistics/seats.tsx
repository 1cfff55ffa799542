import { say } from '@intikhab/kernel/language'
import { Breadcrumbs, publicPage, type ScreenProps } from '@intikhab/kernel/screens'
import type { ReactNode } from 'react'
import { statisticsPaths } from '../../core/statistics/file-paths.ts'
import { noSeat } from '../../core/statistics/published-table.ts'
import { ProvedFigure } from './proved-figure.tsx'
import { GenderTable } from './gender-table.tsx'
import { openStatistics, rollPaths, type OpenStatistics } from './load.ts'
import { PageHead, PageNotes } from './page-head.tsx'
import { words } from './words.ts'

interface Data {
  readonly open: OpenStatistics
}

function SeatsScreen({ data: { open }, language }: ScreenProps<Data>): ReactNode {
  const { gender } = open.statistics.tables
  const shown = { open, language }
  return (
    <>
      <Breadcrumbs language={language} trail={[{ href: rollPaths.overview, label: say(language, words.title) }]} />
      <PageHead {...shown} title={say(language, words.allSeats)} />
      {gender === null
        ? null
        : (['nationalSeats', 'provincialSeats'] as const).map((level) =>
            gender[level].every(({ areas }) => areas.join() === noSeat) ? null : (
              <ProvedFigure
                key={level}
                title={say(language, words[level])}
                denominator={say(language, words.ofAll, { total: open.statistics.total })}
                open={open}
                path={statisticsPaths.table('gender', level)}
                language={language}
              >
                <GenderTable
                  {...shown}
                  table={gender}
                  level={level}
                  caption={say(language, words[level])}
                  head={say(language, words.seat)}
                />
              </ProvedFigure>
            ),
          )}
      <PageNotes {...shown} />
    </>
  )
}

/** Voters of every seat of every assembly. */
export const seatsPage = publicPage<Data>({
  path: rollPaths.seats,
  section: 'rolls',
  async load(editions, _params, context) {
    const open = await openStatistics(editions, context)
    return open === undefined || open.statistics.seats.length === 0 ? undefined : { open }
  },
  title: (_data, language) => `${say(language, words.allSeats)} – ${say(language, words.title)}`,
  Screen: SeatsScreen,
})
