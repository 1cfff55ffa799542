import { say } from '@intikhab/kernel/language'
import { Breadcrumbs, publicPage, type ScreenProps } from '@intikhab/kernel/screens'
import type { ReactNode } from 'react'
import { GenderFigure } from './gender-figure.tsx'
import { openStatistics, rollPaths, type OpenStatistics } from './load.ts'
import { PageHead, PageNotes } from './page-head.tsx'
import { words } from './words.ts'

interface Data {
  readonly open: OpenStatistics
}

function SeatsScreen({ data: { open }, language }: ScreenProps<Data>): ReactNode {
  const shown = { open, language }
  return (
    <>
      <Breadcrumbs language={language} trail={[{ href: rollPaths.overview, label: say(language, words.title) }]} />
      <PageHead {...shown} title={say(language, words.allSeats)} />
      <GenderFigure {...shown} level="nationalSeats" />
      <GenderFigure {...shown} level="provincialSeats" />
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
