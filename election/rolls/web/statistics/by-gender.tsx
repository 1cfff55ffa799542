import { say, type Language } from '@intikhab/kernel/language'
import type { ReactNode } from 'react'
import { statisticsPaths } from '../../core/statistics/file-paths.ts'
import type { PublishedTable } from '../../core/statistics/published-table.ts'
import { GenderTable } from './gender-table.tsx'
import type { OpenStatistics } from './load.ts'
import { ProvedFigure } from './proved-figure.tsx'
import { words } from './words.ts'

/** Voters of every province or district by gender. */
export function ByGender(props: {
  open: OpenStatistics
  table: PublishedTable
  level: 'provinces' | 'districts'
  language: Language
}): ReactNode {
  const { open, table, level, language } = props
  const [title, head] = level === 'provinces' ? [words.byProvince, words.province] : [words.byDistrict, words.district]
  return (
    <ProvedFigure
      title={say(language, title)}
      denominator={say(language, words.ofAll, { total: open.statistics.total })}
      open={open}
      path={statisticsPaths.table('gender', level)}
      language={language}
    >
      <GenderTable
        open={open}
        table={table}
        level={level}
        caption={say(language, title)}
        head={say(language, head)}
        language={language}
      />
    </ProvedFigure>
  )
}
