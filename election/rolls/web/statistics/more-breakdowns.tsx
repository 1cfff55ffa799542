import { formatInstant, say, type Language } from '@intikhab/kernel/language'
import { Figure, Notice } from '@intikhab/kernel/screens'
import type { ReactNode } from 'react'
import { statisticsPaths } from '../../core/statistics/file-paths.ts'
import type { PublishedTable } from '../../core/statistics/published-table.ts'
import { CountTable, type HeadedColumn } from './count-table.tsx'
import { FigureFoot } from './figure-foot.tsx'
import type { OpenStatistics } from './load.ts'
import { words } from './words.ts'

interface Shown {
  readonly open: OpenStatistics
  readonly language: Language
}

const headed = (...columns: readonly Extract<keyof typeof words, string>[]): HeadedColumn[] =>
  columns.map((column) => ({ column, head: words[column] }))

/** A table by district with its heading, its caption and its files. */
function ByDistrict(
  props: Shown & {
    name: string
    table: PublishedTable | null
    title: string
    denominator: string
    columns: readonly HeadedColumn[]
  },
): ReactNode {
  const { open, table, title, language } = props
  if (table === null) return null
  return (
    <Figure title={title} denominator={props.denominator} edition={open.note} language={language}>
      <CountTable
        open={open}
        table={table}
        level="districts"
        columns={props.columns}
        caption={title}
        head={say(language, words.district)}
        language={language}
      />
      <FigureFoot open={open} path={statisticsPaths.table(props.name, 'districts')} language={language} />
    </Figure>
  )
}

/** What came and went since the edition before. */
export function Changes({ open, language }: Shown): ReactNode {
  const { changes } = open.statistics
  if (changes === null) return null
  const { edition, asOf } = changes.since
  return (
    <ByDistrict
      open={open}
      language={language}
      name="changes"
      table={changes.table}
      title={say(language, words.changes)}
      denominator={say(language, words.changesDenominator, { edition, at: formatInstant(language, new Date(asOf)) })}
      columns={headed('added', 'leftTheRoll', 'movedIn', 'movedOut')}
    />
  )
}

/** Cards issued against enrolled, deaths against removed; not known where the registry told nothing. */
export function Registry({ open, language }: Shown): ReactNode {
  const { registry, districts } = open.statistics
  const title = say(language, words.registry)
  if (registry === null)
    return (
      <>
        <h2>{title}</h2>
        <Notice title={say(language, words.registryNotKnown)} />
      </>
    )
  const known = registry.districts.reduce((sum, { areas }) => sum + areas.length, 0)
  return (
    <ByDistrict
      open={open}
      language={language}
      name="registry"
      table={registry}
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

/** Disability, how entries stand, and men and others apart, by district. */
export function OtherBreakdowns({ open, language }: Shown): ReactNode {
  const { tables, total } = open.statistics
  return (
    <>
      <ByDistrict
        open={open}
        language={language}
        name="disability"
        table={tables.disability}
        title={say(language, words.disability)}
        denominator={say(language, words.disabilityDenominator, { total })}
        columns={headed('disabledWomen', 'disabledMenAndOthers')}
      />
      <ByDistrict
        open={open}
        language={language}
        name="status"
        table={tables.status}
        title={say(language, words.status)}
        denominator={say(language, words.ofAll, { total })}
        columns={headed('active', 'blocked', 'deathNoted', 'overseas')}
      />
      <ByDistrict
        open={open}
        language={language}
        name="others"
        table={tables.others}
        title={say(language, words.otherGenders)}
        denominator={say(language, words.otherGendersDenominator)}
        columns={headed('men', 'others')}
      />
    </>
  )
}
