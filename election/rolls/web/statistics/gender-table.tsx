import { say, type Language } from '@intikhab/kernel/language'
import { Count, Share, Table, Tag } from '@intikhab/kernel/screens'
import type { ReactNode } from 'react'
import { genderGap } from '../../core/statistics/gender-gap.ts'
import type { Line, PublishedTable, TableLevel } from '../../core/statistics/published-table.ts'
import type { OpenStatistics } from './load.ts'
import { of100 } from './place-figures.tsx'
import { placeColumn } from './place-names.tsx'
import { words } from './words.ts'

/** Voters by gender, a line a place, with the gap between men and women and which is above that of the law. */
export function GenderTable(props: {
  open: OpenStatistics
  table: PublishedTable
  level: TableLevel
  /** Of the level; totals close it only where they are all. */
  lines: readonly Line[]
  caption: string
  language: Language
}): ReactNode {
  const { open, table, level, lines, language } = props
  const { percent } = open.statistics.genderGap
  const isWhole = lines.length === table[level].length
  const column = (index: number, key: string, head: string, wideOnly = false) => ({
    key,
    head,
    numeric: true,
    wideOnly,
    cell: ({ counts }: Line) => <Count n={counts[index] ?? 0} language={language} />,
    ...(isWhole ? { total: <Count n={table.country[index] ?? 0} language={language} /> } : {}),
  })
  const womenOf100 = ([voters = 0, women = 0]: readonly number[]) => (
    <span className="number">{of100(language, women, voters)}</span>
  )
  const gapOf = (counts: readonly number[]) => {
    const { difference, voters, isAbove } = genderGap(counts, percent)
    return (
      <>
        {isAbove ? <Tag tone="warn">{say(language, words.aboveShort, { percent })}</Tag> : null}{' '}
        <Share n={difference} of={voters} language={language} />
      </>
    )
  }
  return (
    <Table
      caption={props.caption}
      hideCaption
      language={language}
      rows={lines}
      rowKey={({ areas }) => areas.join()}
      tools
      columns={[
        { ...placeColumn(open, level, language), ...(isWhole ? { total: say(language, words.total) } : {}) },
        column(0, 'voters', say(language, words.voters)),
        column(1, 'women', say(language, words.women)),
        column(2, 'men', say(language, words.menAndOthers), true),
        {
          key: 'share',
          head: say(language, words.womenOf100),
          numeric: true,
          wideOnly: true,
          cell: ({ counts }) => womenOf100(counts),
          ...(isWhole ? { total: womenOf100(table.country) } : {}),
        },
        {
          key: 'gap',
          head: say(language, words.gap),
          numeric: true,
          order: ({ counts }) => {
            const { difference, voters } = genderGap(counts, percent)
            return voters === 0 ? 0 : Number((difference / voters).toFixed(5))
          },
          cell: ({ counts }) => gapOf(counts),
          ...(isWhole ? { total: gapOf(table.country) } : {}),
        },
      ]}
    />
  )
}
