import { formatInstant, say, type Language } from '@intikhab/kernel/language'
import { Notice } from '@intikhab/kernel/screens'
import type { ReactNode } from 'react'
import { statisticsPaths } from '../../core/statistics/file-paths.ts'
import type { PublishedTable } from '../../core/statistics/published-table.ts'
import { CountTable, type HeadedColumn } from './count-table.tsx'
import { ProvedFigure } from './proved-figure.tsx'
import type { OpenStatistics } from './load.ts'
import { words } from './words.ts'

interface Shown {
  readonly open: OpenStatistics
  readonly level: 'provinces' | 'districts'
  readonly language: Language
}

const headed = (...columns: readonly Extract<keyof typeof words, string>[]): HeadedColumn[] =>
  columns.map((column) => ({ column, head: words[column] }))

/** A breakdown with its heading, its caption and its files. */
function Breakdown(
  props: Shown & {
    name: string
    table: PublishedTable | null
    title: string
    denominator: string
    columns: readonly HeadedColumn[]
    notKnown?: readonly string[]
  },
): ReactNode {
  const { open, level, table, title, language } = props
  if (table === null) return null
  return (
    <ProvedFigure
      title={title}
      denominator={props.denominator}
      open={open}
      path={statisticsPaths.table(props.name, level)}
      language={language}
    >
      <CountTable
        open={open}
        table={table}
        level={level}
        columns={props.columns}
        notKnown={props.notKnown ?? []}
        caption={title}
        language={language}
      />
    </ProvedFigure>
  )
}

/** What came and went since the edition before. */
export function Changes(shown: Shown): ReactNode {
  const { open, language } = shown
  const { changes } = open.statistics
  if (changes === null) return null
  const { edition, asOf } = changes.since
  return (
    <Breakdown
      {...shown}
      name="changes"
      table={changes.table}
      title={say(language, words.changes)}
      denominator={say(language, words.changesDenominator, { edition, at: formatInstant(language, new Date(asOf)) })}
      columns={headed('added', 'leftTheRoll', 'movedIn', 'movedOut')}
    />
  )
}

/** Cards issued against enrolled, deaths against removed; not known where the registry told nothing. */
export function Registry(shown: Shown): ReactNode {
  const { open, level, language } = shown
  const { registry, districts } = open.statistics
  const title = say(language, words.registry)
  if (registry === null)
    return (
      <>
        <h2>{title}</h2>
        <Notice title={say(language, words.registryNotKnown)} />
      </>
    )
  const told = new Set(registry[level].flatMap(({ areas }) => areas))
  const places = level === 'districts' ? districts.map(({ code }) => code) : districts.map(({ province }) => province)
  const known = registry.districts.reduce((sum, { areas }) => sum + areas.length, 0)
  return (
    <Breakdown
      {...shown}
      name="registry"
      table={registry}
      notKnown={[...new Set(places)].filter((code) => !told.has(code))}
      title={title}
      denominator={say(language, words.registryDenominator, { known, all: districts.length })}
      columns={[
        ...headed('cardsIssued'),
        { column: 'enrolled', head: words.enrolled, shareOf: { column: 'cardsIssued', head: words.ofCards } },
        ...headed('deaths'),
        { column: 'removed', head: words.removed, shareOf: { column: 'deaths', head: words.ofDeaths } },
      ]}
    />
  )
}

/** Disability, how entries stand, and men and others apart. */
export function OtherBreakdowns(shown: Shown): ReactNode {
  const { open, language } = shown
  const { tables, total } = open.statistics
  return (
    <>
      <Breakdown
        {...shown}
        name="disability"
        table={tables.disability}
        title={say(language, words.disability)}
        denominator={say(language, words.disabilityDenominator, { total })}
        columns={headed('disabledWomen', 'disabledMenAndOthers')}
      />
      <Breakdown
        {...shown}
        name="status"
        table={tables.status}
        title={say(language, words.status)}
        denominator={say(language, words.ofAll, { total })}
        columns={headed('active', 'blocked', 'deathNoted', 'overseas')}
      />
      <Breakdown
        {...shown}
        name="others"
        table={tables.others}
        title={say(language, words.otherGenders)}
        denominator={say(language, words.otherGendersDenominator)}
        columns={headed('men', 'others')}
      />
    </>
  )
}
