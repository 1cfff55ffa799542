import { formatNumber, say, type Language } from '@intikhab/kernel/language'
import { Count, Share, Table } from '@intikhab/kernel/screens'
import type { ReactNode } from 'react'
import type { GenderCounts, RollStatistics } from '../core/statistics.ts'
import { words } from './words.ts'

const widest = 100

/** Men to one side and women to the other, the oldest on top, as population figures are drawn. */
export function AgePyramid({ statistics, language }: { statistics: RollStatistics; language: Language }): ReactNode {
  const rows = statistics.byAge.toReversed()
  const most = Math.max(1, ...rows.flatMap(({ male, female }) => [male ?? 0, female ?? 0]))
  const width = (n: number | null) => `${(((n ?? 0) / most) * widest).toFixed(2)}%`
  return (
    <ul className="pyramid" aria-label={say(language, words.byAge)}>
      {rows.map((row) => (
        <li key={row.band}>
          <span className="pyramid-number">{counted(row.male, language)}</span>
          <svg className="pyramid-bar pyramid-start" aria-hidden="true" preserveAspectRatio="none">
            <rect className="tone-male" width={width(row.male)} height="100%" />
          </svg>
          <bdi className="pyramid-band" dir="ltr">
            {row.band}
          </bdi>
          <svg className="pyramid-bar" aria-hidden="true" preserveAspectRatio="none">
            <rect className="tone-female" width={width(row.female)} height="100%" />
          </svg>
          <span className="pyramid-number">{counted(row.female, language)}</span>
        </li>
      ))}
    </ul>
  )
}

/** A count that may be hidden. */
export function counted(n: number | null, language: Language): string {
  return n === null ? '–' : formatNumber(language, n)
}

/** A table of counts by gender, each row named by its first cell. */
export function GenderTable<R extends GenderCounts>(props: {
  caption: string
  head: string
  rows: readonly R[]
  keyOf: (row: R) => string
  nameOf: (row: R) => ReactNode
  whole: GenderCounts
  language: Language
}): ReactNode {
  const { whole, language } = props
  const column = (key: 'male' | 'female' | 'other', head: string) => ({
    key,
    head,
    numeric: true,
    wideOnly: key === 'other',
    cell: (row: R) => counted(row[key], language),
    total: counted(whole[key], language),
  })
  return (
    <Table
      caption={props.caption}
      hideCaption
      language={language}
      rows={props.rows}
      rowKey={props.keyOf}
      tools
      columns={[
        { key: 'name', head: props.head, names: true, cell: props.nameOf, total: say(language, words.total) },
        column('male', say(language, words.men)),
        column('female', say(language, words.women)),
        column('other', say(language, words.others)),
        {
          key: 'total',
          head: say(language, words.total),
          numeric: true,
          cell: (row) => <Count n={row.total} language={language} />,
          total: <Count n={whole.total} language={language} />,
        },
        {
          key: 'women',
          head: say(language, words.womenShareOf),
          numeric: true,
          cell: (row) => (row.female === null ? '–' : <Share n={row.female} of={row.total} language={language} />),
          total: whole.female === null ? '–' : <Share n={whole.female} of={whole.total} language={language} />,
        },
        {
          key: 'share',
          head: say(language, words.share),
          numeric: true,
          wideOnly: true,
          cell: (row) => <Share n={row.total} of={whole.total} language={language} />,
        },
      ]}
    />
  )
}
