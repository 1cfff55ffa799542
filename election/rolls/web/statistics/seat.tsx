import { say } from '@intikhab/kernel/language'
import { Breadcrumbs, Code, Name, nameIn, publicPage, type ScreenProps } from '@intikhab/kernel/screens'
import type { ReactNode } from 'react'
import { openStatistics, rollPaths, type OpenStatistics } from './load.ts'
import { PageHead, PageNotes } from './page-head.tsx'
import { PlaceAges, PlaceHeadlines } from './place-figures.tsx'
import { words } from './words.ts'

interface Data {
  readonly open: OpenStatistics
  readonly code: string
}

function SeatScreen({ data: { open, code }, language }: ScreenProps<Data>): ReactNode {
  const level = code.startsWith('NA-') ? 'nationalSeats' : 'provincialSeats'
  const districts = open.statistics.seats.find((seat) => seat.code === code)?.districts ?? []
  const shown = { open, language }
  return (
    <>
      <Breadcrumbs
        language={language}
        trail={[
          { href: rollPaths.overview, label: say(language, words.title) },
          { href: rollPaths.seats, label: say(language, words.allSeats) },
        ]}
      />
      <PageHead
        {...shown}
        title={
          <>
            <Code>{code}</Code> <Name text={open.nameOf(code)} language={language} />
          </>
        }
      />
      {districts.length === 0 ? null : (
        <p>
          {say(language, words.districtsOfSeat)}{' '}
          {districts.map((district, i) => (
            <span key={district}>
              {i === 0 ? null : language === 'ur' ? '، ' : ', '}
              <a href={`/${language}${rollPaths.district(district)}`}>
                <Name text={open.nameOf(district)} language={language} />
              </a>
            </span>
          ))}
        </p>
      )}
      <PlaceHeadlines {...shown} level={level} code={code} />
      <PlaceAges {...shown} level={level} code={code} />
      <PageNotes {...shown} />
    </>
  )
}

/** Voters of one seat: gender and ages. */
export const seatPage = publicPage<Data>({
  path: rollPaths.seat(':seat'),
  section: 'rolls',
  async load(editions, params, context) {
    const open = await openStatistics(editions, context)
    const code = params['seat'] ?? ''
    const isKnown = open?.statistics.seats.some((seat) => seat.code === code)
    return open === undefined || isKnown !== true ? undefined : { open, code }
  },
  title: ({ open, code }, language) => `${code} ${nameIn(language, open.nameOf(code))} – ${say(language, words.title)}`,
  Screen: SeatScreen,
})
