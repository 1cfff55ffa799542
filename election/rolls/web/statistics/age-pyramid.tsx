import { formatNumber, formatPercent, say, type Language } from '@intikhab/kernel/language'
import { Count, Share, Table } from '@intikhab/kernel/screens'
import type { ReactNode } from 'react'
import { ageBands } from '../../core/statistics/block-counts.ts'
import { words } from './words.ts'

const widest = 100

/** Counts by age as the table of ages has them: women of each band, then men and others of each. */
type Ages = readonly number[]

const bandsOf = (counts: Ages) =>
  ageBands.map((band, i) => ({ band, women: counts[i] ?? 0, menAndOthers: counts[ageBands.length + i] ?? 0 }))

/** Men and others to one side and women to the other, the oldest on top, as population figures are drawn. */
export function AgePyramid({ counts, language }: { counts: Ages; language: Language }): ReactNode {
  const rows = bandsOf(counts).reverse()
  const most = Math.max(1, ...counts)
  const width = (n: number) => `${((n / most) * widest).toFixed(2)}%`
  return (
    <>
      <p className="pyramid-heads" aria-hidden="true">
        <span>{say(language, words.menAndOthers)}</span>
        <span>{say(language, words.age)}</span>
        <span>{say(language, words.women)}</span>
      </p>
      <ul className="pyramid" aria-label={say(language, words.byAge)}>
        {rows.map(({ band, women, menAndOthers }) => (
          <li key={band}>
            <span className="pyramid-number">{formatNumber(language, menAndOthers)}</span>
            <svg className="pyramid-bar pyramid-start" aria-hidden="true" preserveAspectRatio="none">
              <rect className="tone-male" width={width(menAndOthers)} height="100%" />
            </svg>
            <bdi className="pyramid-band" dir="ltr">
              {band}
            </bdi>
            <svg className="pyramid-bar" aria-hidden="true" preserveAspectRatio="none">
              <rect className="tone-female" width={width(women)} height="100%" />
            </svg>
            <span className="pyramid-number">{formatNumber(language, women)}</span>
          </li>
        ))}
      </ul>
    </>
  )
}

/** Voters by age in figures: women, men and others, all, and how many of 100 voters they are. */
export function AgeTable({ counts, language }: { counts: Ages; language: Language }): ReactNode {
  const rows = bandsOf(counts)
  const all = counts.reduce((sum, n) => sum + n, 0)
  const sum = (of: (row: (typeof rows)[number]) => number) => rows.reduce((total, row) => total + of(row), 0)
  const column = (key: 'women' | 'menAndOthers') => ({
    key,
    head: say(language, words[key]),
    numeric: true,
    cell: (row: (typeof rows)[number]) => <Count n={row[key]} language={language} />,
    total: <Count n={sum((row) => row[key])} language={language} />,
  })
  return (
    <Table
      caption={say(language, words.byAge)}
      hideCaption
      language={language}
      rows={rows}
      rowKey={({ band }) => band}
      columns={[
        {
          key: 'band',
          head: say(language, words.age),
          names: true,
          cell: ({ band }) => <bdi dir="ltr">{band}</bdi>,
          total: say(language, words.total),
        },
        column('women'),
        column('menAndOthers'),
        {
          key: 'all',
          head: say(language, words.total),
          numeric: true,
          cell: ({ women, menAndOthers }) => <Count n={women + menAndOthers} language={language} />,
          total: <Count n={all} language={language} />,
        },
        {
          key: 'share',
          head: say(language, words.share),
          numeric: true,
          wideOnly: true,
          cell: ({ women, menAndOthers }) => <Share n={women + menAndOthers} of={all} language={language} />,
          total: formatPercent(language, all, all),
        },
      ]}
    />
  )
}
