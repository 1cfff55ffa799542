import { say, type Language } from '@intikhab/kernel/language'
import { Count, Share, Table } from '@intikhab/kernel/screens'
import type { ReactNode } from 'react'
import { genderGap } from '../../core/statistics/gender-gap.ts'
import { statisticsPaths } from '../../core/statistics/file-paths.ts'
import { isOfPlaces, type Line, type PublishedTable } from '../../core/statistics/published-table.ts'
import { ProvedFigure } from './proved-figure.tsx'
import type { OpenStatistics } from './load.ts'
import { sectionIn } from './place-figures.tsx'
import { placeColumn } from './place-names.tsx'
import { words } from './words.ts'

/** More than these would hide the map beside them. */
const mostShown = 15

/** Districts or seats with a gap above that of the law (s.47), the widest first. */
export function GapList(props: {
  open: OpenStatistics
  table: PublishedTable
  level: 'districts' | 'nationalSeats'
  language: Language
}): ReactNode {
  const { open, table, level, language } = props
  const { percent, section } = open.statistics.genderGap
  const title = say(language, level === 'districts' ? words.gapDistricts : words.gapSeats)
  const gapOf = ({ counts }: Line) => genderGap(counts, percent)
  const shareOf = (line: Line) => gapOf(line).difference / gapOf(line).voters
  const all = table[level].filter(isOfPlaces)
  const rows = all.filter((line) => gapOf(line).isAbove).sort((a, b) => shareOf(b) - shareOf(a))
  const shown = rows.slice(0, mostShown)
  return (
    <ProvedFigure
      title={title}
      denominator={[
        say(language, words.gapListDenominator, {
          n: rows.length,
          all: all.length,
          percent,
          section: sectionIn(language, section),
        }),
        ...(rows.length > mostShown ? [say(language, words.widestShown, { n: mostShown })] : []),
      ].join(' ')}
      open={open}
      path={statisticsPaths.gap}
      language={language}
    >
      <Table
        caption={title}
        hideCaption
        language={language}
        rows={shown}
        rowKey={({ areas }) => areas.join()}
        tools
        empty={say(language, words.noneAbove, { percent })}
        columns={[
          placeColumn(open, level, language),
          {
            key: 'women',
            head: say(language, words.women),
            numeric: true,
            wideOnly: true,
            cell: ({ counts }) => <Count n={counts[1] ?? 0} language={language} />,
          },
          {
            key: 'difference',
            head: say(language, words.fewerWomen),
            numeric: true,
            cell: (line) => <Count n={gapOf(line).difference} language={language} />,
          },
          {
            key: 'gap',
            head: say(language, words.gap),
            numeric: true,
            cell: (line) => <Share n={gapOf(line).difference} of={gapOf(line).voters} language={language} />,
          },
        ]}
      />
    </ProvedFigure>
  )
}
