import { say } from '@intikhab/kernel/language'
import { Breadcrumbs, publicPage, type ScreenProps } from '@intikhab/kernel/screens'
import type { ReactNode } from 'react'
import { GenderFigure } from './gender-figure.tsx'
import { openStatistics, rollPaths, type OpenStatistics } from './load.ts'
import { Changes, OtherBreakdowns, Registry } from './more-breakdowns.tsx'
import { PageHead, PageNotes } from './page-head.tsx'
import { words } from './words.ts'

interface Data {
  readonly open: OpenStatistics
}

function DistrictsScreen({ data: { open }, language }: ScreenProps<Data>): ReactNode {
  const shown = { open, language, level: 'districts' } as const
  return (
    <>
      <Breadcrumbs language={language} trail={[{ href: rollPaths.overview, label: say(language, words.title) }]} />
      <PageHead {...shown} title={say(language, words.allDistricts)} />
      <GenderFigure {...shown} />
      <Changes {...shown} />
      <Registry {...shown} />
      <OtherBreakdowns {...shown} />
      <PageNotes {...shown} />
    </>
  )
}

/** Every breakdown of the rolls by district. */
export const districtsPage = publicPage<Data>({
  path: rollPaths.districts,
  section: 'rolls',
  async load(editions, _params, context) {
    const open = await openStatistics(editions, context)
    return open === undefined ? undefined : { open }
  },
  title: (_data, language) => `${say(language, words.allDistricts)} – ${say(language, words.title)}`,
  Screen: DistrictsScreen,
})
