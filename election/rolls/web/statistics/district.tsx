import { say } from '@intikhab/kernel/language'
import { Breadcrumbs, Name, nameIn, provinceName, publicPage, type ScreenProps } from '@intikhab/kernel/screens'
import type { ReactNode } from 'react'
import { statisticsPaths } from '../../core/statistics/file-paths.ts'
import { GenderFigure } from './gender-figure.tsx'
import { fileAddress, openStatistics, proofOf, rollPaths, type OpenStatistics } from './load.ts'
import { PageHead, PageNotes } from './page-head.tsx'
import { PlaceAges, PlaceHeadlines } from './place-figures.tsx'
import { RegistryFacts } from './registry-facts.tsx'
import { words } from './words.ts'

interface Data {
  readonly open: OpenStatistics
  readonly code: string
}

function DistrictScreen({ data: { open, code }, language }: ScreenProps<Data>): ReactNode {
  const { statistics } = open
  const district = statistics.districts.find((each) => each.code === code)
  const seats = new Set(statistics.seats.filter(({ districts }) => districts.includes(code)).map((seat) => seat.code))
  const shown = { open, language }
  const blocks = statisticsPaths.blocks(code)
  return (
    <>
      <Breadcrumbs language={language} trail={[{ href: rollPaths.overview, label: say(language, words.title) }]} />
      <PageHead
        {...shown}
        title={
          <>
            <Name text={open.nameOf(code)} language={language} />
            <small className="beside">
              {' '}
              <Name text={provinceName(district?.province ?? '')} language={language} />
            </small>
          </>
        }
      />
      <PlaceHeadlines {...shown} level="districts" code={code} />
      <RegistryFacts {...shown} code={code} />
      <PlaceAges {...shown} level="districts" code={code} />
      {(['nationalSeats', 'provincialSeats'] as const).map((level) => {
        const title = `${say(language, words.seatsOf)}: ${say(language, words[level])}`
        const part = { title, denominator: say(language, words.wholeSeat), codes: seats }
        return <GenderFigure key={level} {...shown} level={level} part={part} />
      })}
      {proofOf(open, blocks) === undefined ? null : (
        <p>
          <a href={fileAddress(open, blocks)} download="">
            {say(language, words.blocksFile)}
          </a>
        </p>
      )}
      <PageNotes {...shown} />
    </>
  )
}

/** Voters of one district: gender, ages, what the registry told, its seats and its blocks. */
export const districtPage = publicPage<Data>({
  path: rollPaths.district(':district'),
  section: 'rolls',
  async load(editions, params, context) {
    const open = await openStatistics(editions, context)
    const code = params['district'] ?? ''
    const isKnown = open?.statistics.districts.some((district) => district.code === code)
    return open === undefined || isKnown !== true ? undefined : { open, code }
  },
  title: ({ open, code }, language) => `${nameIn(language, open.nameOf(code))} – ${say(language, words.title)}`,
  Screen: DistrictScreen,
})
