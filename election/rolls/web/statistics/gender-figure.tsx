import { say, type Language, type Text } from '@intikhab/kernel/language'
import type { ReactNode } from 'react'
import { statisticsPaths } from '../../core/statistics/file-paths.ts'
import { isOfPlaces, type TableLevel } from '../../core/statistics/published-table.ts'
import { GenderTable } from './gender-table.tsx'
import type { OpenStatistics } from './load.ts'
import { ProvedFigure } from './proved-figure.tsx'
import { words } from './words.ts'

const titles: Readonly<Record<TableLevel, Text>> = {
  provinces: words.byProvince,
  districts: words.byDistrict,
  nationalSeats: words.nationalSeats,
  provincialSeats: words.provincialSeats,
}

/** Voters of every place by gender, or of some places alone; nothing where none of them is told. */
export function GenderFigure(props: {
  open: OpenStatistics
  level: TableLevel
  language: Language
  /** Some places by their codes, and what they are called; without it all of the level. */
  part?: { readonly title: string; readonly denominator: string; readonly codes: ReadonlySet<string> }
}): ReactNode {
  const { open, level, language, part } = props
  const { total, tables } = open.statistics
  const lines = tables.gender?.[level].filter(({ areas }) => part === undefined || areas.some((c) => part.codes.has(c)))
  if (tables.gender === null || lines === undefined || !lines.some(isOfPlaces)) return null
  const title = part?.title ?? say(language, titles[level])
  return (
    <ProvedFigure
      title={title}
      denominator={part?.denominator ?? say(language, words.ofAll, { total })}
      open={open}
      path={statisticsPaths.table('gender', level)}
      language={language}
    >
      <GenderTable open={open} table={tables.gender} level={level} lines={lines} caption={title} language={language} />
    </ProvedFigure>
  )
}
