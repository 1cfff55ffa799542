import { say, type Language } from '@intikhab/kernel/language'
import { Count, Share, Table } from '@intikhab/kernel/screens'
import type { ReactNode } from 'react'
import { genderGap } from '../../core/statistics/gender-gap.ts'
import { statisticsPaths } from '../../core/statistics/file-paths.ts'
import { noSeat, type PublishedTable, type TableLevel } from '../../core/statistics/published-table.ts'
import { ProvedFigure } from './proved-figure.tsx'
import type { OpenStatistics } from './load.ts'
import { sectionIn } from './place-figures.tsx'
import { PlaceNames } from './place-names.tsx'
import { words } from './words.ts'

/** More than these would hide the map beside them. */
const mostShown = 15

/** Districts or seats with a gap above that of the law (s.47), the widest first. */
export function GapList(props: {
  open: OpenStatistics
  table: PublishedTable
  level: TableLevel
  title: string
  head: string
  language: Language
}): ReactNode {
  const { open, table, level, language } = props
  const { percent, section } = open.statistics.genderGap
  const all = table[level].filter(({ areas }) => areas.join() !== noSeat)
  const rows = all
    .map((line) => ({ line, gap: genderGap(line.counts, percent) }))
    .filter(({ gap }) => gap.isAbove)
    .sort((a, b) => b.gap.difference / b.gap.voters - a.gap.difference / a.gap.voters)
  const shown = rows.slice(0, mostShown)
  return (
    <ProvedFigure
      title={props.title}
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
        caption={props.title}
        hideCaption
        language={language}
        rows={shown}
        rowKey={({ line }) => line.areas.join()}
        tools
        empty={say(language, words.noneAbove, { percent })}
        columns={[
          {
            key: 'place',
            head: props.head,
            names: true,
            cell: ({ line }) => <PlaceNames open={open} level={level} line={line} language={language} />,
          },
          {
            key: 'women',
            head: say(language, words.women),
            numeric: true,
            wideOnly: true,
            cell: ({ line }) => <Count n={line.counts[1] ?? 0} language={language} />,
          },
          {
            key: 'difference',
            head: say(language, words.fewerWomen),
            numeric: true,
            cell: ({ gap }) => <Count n={gap.difference} language={language} />,
          },
          {
            key: 'gap',
            head: say(language, words.gap),
            numeric: true,
            cell: ({ gap }) => <Share n={gap.difference} of={gap.voters} language={language} />,
          },
        ]}
      />
    </ProvedFigure>
  )
}
