import { say, type Language, type Text } from '@intikhab/kernel/language'
import { Count, Table, type Column } from '@intikhab/kernel/screens'
import type { ReactNode } from 'react'
import type { Line, PublishedTable, TableLevel } from '../../core/statistics/published-table.ts'
import type { OpenStatistics } from './load.ts'
import { of100 } from './place-figures.tsx'
import { placeColumn } from './place-names.tsx'
import { words } from './words.ts'

/** How a column of a breakdown is headed, and of which other column it is a share. */
export interface HeadedColumn {
  readonly column: string
  readonly head: Text
  readonly shareOf?: { readonly column: string; readonly head: Text }
}

/** A breakdown in figures, a line a place, closed by its totals. */
export function CountTable(props: {
  open: OpenStatistics
  table: PublishedTable
  level: TableLevel
  columns: readonly HeadedColumn[]
  caption: string
  language: Language
  /** Places of which nothing is known. */
  notKnown?: readonly string[]
}): ReactNode {
  const { open, table, level, columns, language } = props
  const at = (counts: readonly number[], column: string) => counts[table.columns.indexOf(column)] ?? 0
  const columnsOf = ({ column, head, shareOf }: HeadedColumn): Column<Line>[] => {
    const counted = {
      key: column,
      head: head[language],
      numeric: true,
      cell: ({ counts }: Line) =>
        counts.length === 0 ? say(language, words.notKnown) : <Count n={at(counts, column)} language={language} />,
      total: <Count n={at(table.country, column)} language={language} />,
    }
    if (shareOf === undefined) return [counted]
    const share = (counts: readonly number[]) => (
      <span className="number">{of100(language, at(counts, column), at(counts, shareOf.column))}</span>
    )
    return [
      counted,
      {
        key: `${column} share`,
        head: shareOf.head[language],
        numeric: true,
        wideOnly: true,
        cell: ({ counts }) => (counts.length === 0 ? '–' : share(counts)),
        total: share(table.country),
      },
    ]
  }
  return (
    <Table
      caption={props.caption}
      hideCaption
      language={language}
      rows={[...table[level], ...(props.notKnown ?? []).map((code) => ({ areas: [code], counts: [] }))]}
      rowKey={({ areas }) => areas.join()}
      tools
      columns={[
        { ...placeColumn(open, level, language), total: say(language, words.total) },
        ...columns.flatMap(columnsOf),
      ]}
    />
  )
}
