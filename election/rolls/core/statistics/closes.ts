import { levels, type PublishedTable } from './published-table.ts'
import { tablesOf, type RollStatistics } from './statistics.ts'

/** A level of a table whose lines do not add up. */
export interface OpenSum {
  readonly table: string
  readonly level: string
  readonly column: string
  readonly parts: number
  readonly whole: number
}

function levelsOf(name: string, table: PublishedTable): OpenSum[] {
  return levels.flatMap((level) => {
    const lines = table[level]
    if (lines.length === 0) return []
    return table.columns.flatMap((column, i) => {
      const parts = lines.reduce((sum, { counts }) => sum + (counts[i] ?? 0), 0)
      const whole = table.country[i] ?? 0
      return parts === whole ? [] : [{ table: name, level, column, parts, whole }]
    })
  })
}

/**
 * Where published statistics do not add up: the lines of a level to the country, men and women and the ages to all
 * voters. In 2023 a release gave 125 million voters, of whom 60.7 million men and 50.7 million women: it would be found.
 */
export function openSums(statistics: RollStatistics): OpenSum[] {
  const { total, tables } = statistics
  const { gender, others, ages, status } = tables
  const sum = (counts: readonly number[]) => counts.reduce((one, other) => one + other, 0)
  const [voters = 0, women = 0, menAndOthers = 0] = gender?.country ?? []
  const wholes: (readonly [name: string, column: string, parts: number | undefined, whole: number])[] = [
    ['gender', 'voters', gender === null ? undefined : voters, total],
    ['gender', 'women, men and others', gender === null ? undefined : women + menAndOthers, total],
    ['others', 'women, men, others', others === null ? undefined : women + sum(others.country), total],
    ['ages', 'all ages', ages === null ? undefined : sum(ages.country), total],
    ['status', 'all entries', status === null ? undefined : sum(status.country), total],
  ]
  return [
    ...wholes.flatMap(([table, column, parts, whole]) =>
      parts === undefined || parts === whole ? [] : [{ table, level: 'country', column, parts, whole }],
    ),
    ...tablesOf(statistics).flatMap(([name, table]) => levelsOf(name, table)),
  ]
}
