import { formatPercent, say, type Language } from '@intikhab/kernel/language'
import { MapOfSeats, nameIn, type SeatMap, type Tone } from '@intikhab/kernel/screens'
import type { ReactNode } from 'react'
import { genderGap } from '../../core/statistics/gender-gap.ts'
import { statisticsPaths } from '../../core/statistics/file-paths.ts'
import type { PublishedTable } from '../../core/statistics/published-table.ts'
import { ProvedFigure } from './proved-figure.tsx'
import { lineOf, rollPaths, type OpenStatistics } from './load.ts'
import { placeText } from './place-names.tsx'
import { words } from './words.ts'

/** Upper ends of the classes, in shares of the law's own limit; the last is open. */
const classes = [0.5, 1, 1.5, 2] as const

/** The class of a gap, 1 to 5; the law's limit is the end of the second. */
function classOf(counts: readonly number[], percent: number): 1 | 2 | 3 | 4 | 5 {
  const { difference, voters } = genderGap(counts, percent)
  const at = classes.findIndex((end) => difference * 100 <= end * percent * voters)
  return (at < 0 ? 5 : at + 1) as 1 | 2 | 3 | 4 | 5
}

const toneOf = (of: 1 | 2 | 3 | 4 | 5): Tone => `gap${of}`

/** How many seats are in each class. */
function GapLegend({
  table,
  percent,
  language,
}: {
  table: PublishedTable
  percent: number
  language: Language
}): ReactNode {
  const ends = classes.map((end) => end * percent)
  const seats = table.nationalSeats.flatMap(({ areas, counts }) => areas.map(() => classOf(counts, percent)))
  return (
    <ul className="legend">
      {([1, 2, 3, 4, 5] as const).map((of) => (
        <li key={of}>
          <svg className="swatch" aria-hidden="true">
            <rect className={`tone-${toneOf(of)}`} width="100%" height="100%" />
          </svg>
          <span>
            {of === 1
              ? say(language, words.gapUpTo, { to: ends[0] ?? 0 })
              : of === 5
                ? say(language, words.gapOver, { from: ends[3] ?? 0 })
                : say(language, words.gapBetween, { from: ends[of - 2] ?? 0, to: ends[of - 1] ?? 0 })}
          </span>{' '}
          <small>{say(language, words.seatsInClass, { n: seats.filter((each) => each === of).length })}</small>
        </li>
      ))}
    </ul>
  )
}

/** The seats of the National Assembly on their map, shaded by the gap between men and women. */
export function GapMap(props: {
  open: OpenStatistics
  table: PublishedTable
  map: SeatMap
  language: Language
}): ReactNode {
  const { open, table, map, language } = props
  const { percent } = open.statistics.genderGap
  return (
    <ProvedFigure
      title={say(language, words.gapMap)}
      denominator={
        <>
          {say(language, words.gapMapDenominator, { delimitation: map.delimitationId })}{' '}
          <bdi lang="en">{map.attribution}</bdi>
        </>
      }
      open={open}
      path={statisticsPaths.table('gender', 'nationalSeats')}
      language={language}
    >
      <GapLegend table={table} percent={percent} language={language} />
      <MapOfSeats
        title={say(language, words.gapMap)}
        viewBox={map.viewBox}
        insets={map.insets.map(({ id, name, viewBox, seats }) => ({
          id,
          name: nameIn(language, name),
          viewBox,
          seats,
        }))}
        language={language}
        seats={map.seats.flatMap(({ code, d, centre }) => {
          const line = lineOf(table, 'nationalSeats', code)
          if (line === undefined) return []
          const { difference, voters } = genderGap(line.counts, percent)
          return [
            {
              id: code,
              path: d,
              centre,
              href: `/${language}${rollPaths.seat(code)}`,
              label: say(language, words.gapOfSeat, {
                code: line.areas.join(' + '),
                seat: placeText(open, 'nationalSeats', line, language),
                share: formatPercent(language, difference, voters),
              }),
              tone: toneOf(classOf(line.counts, percent)),
            },
          ]
        })}
      />
    </ProvedFigure>
  )
}
