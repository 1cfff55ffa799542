import type { Database } from '@intikhab/kernel/database'
import { westernDigits } from '@intikhab/kernel/language'
import type { LedgerActor } from '@intikhab/kernel/ledger'
import { sql } from 'kysely'
import { maskCnic, type Cnic } from '../../core/identifiers.ts'

/**
 * What shows voters to somebody: a search by name, by CNIC or by a line of a list, a voter's page, the list of an area as on
 * a day, what changed in it.
 */
type ReadingKind = 'name' | 'cnic' | 'line' | 'voter' | 'list' | 'changes'

/** What somebody was shown of the voters of a district. */
interface Reading {
  readonly district: string
  readonly kind: ReadingKind
  /** The question. A CNIC stands in it as the house's name for the person: `{ voter: handle }`. */
  readonly asked: Readonly<Record<string, unknown>>
  /** Voters found. */
  readonly shown: number
}

/** A line of the log. */
export interface KeptReading extends Reading {
  readonly accountId: string
  readonly at: Date
}

/** Who was shown whom, and when: written by whatever shows voters, read by the auditor. */
export interface SearchLog {
  keep(actor: LedgerActor, reading: Reading): Promise<void>
  /** The readings of a district from an instant (included) until another (excluded), the first first, a portion at a time. */
  read(district: string, from: Date, until: Date): AsyncGenerator<readonly KeptReading[]>
}

/** Lines read at a time. */
const portion = 2000

interface LogRow {
  readonly search_id: number
  readonly account_id: string
  readonly searched_at: Date
  readonly district: string
  readonly kind: ReadingKind
  readonly asked: Readonly<Record<string, unknown>>
  readonly shown: number
}

export function createSearchLog({
  database,
  now,
}: {
  readonly database: Database
  readonly now: () => Date
}): SearchLog {
  const db = () => database.tables<unknown>()
  return {
    async keep({ id }, { district, kind, asked, shown }) {
      await sql`insert into rolls.search_log (account_id, searched_at, district, kind, asked, shown)
        values (${id}, ${now()}, ${district}, ${kind}, ${JSON.stringify(withoutCnics(asked))}, ${shown})`.execute(db())
    },

    async *read(district, from, until) {
      let after: { readonly at: Date; readonly id: number } = { at: from, id: 0 }
      for (;;) {
        const { rows } = await sql<LogRow>`select search_id, account_id, searched_at, district, kind, asked, shown
          from rolls.search_log where district = ${district} and (searched_at, search_id) > (${after.at}, ${after.id})
            and searched_at < ${until}
          order by searched_at, search_id limit ${portion}`.execute(db())
        yield rows.map(({ account_id: accountId, searched_at: at, kind, asked, shown }) => {
          return { accountId, at, district, kind, asked, shown }
        })
        const last = rows.at(-1)
        if (last === undefined || rows.length < portion) return
        after = { at: last.searched_at, id: last.search_id }
      }
    },
  }
}

/** What somebody typed as a name may hold a CNIC all the same. */
function withoutCnics(asked: Reading['asked']): Reading['asked'] {
  const masked = (text: string): string =>
    westernDigits(text).replaceAll(/\d(?:[\s-]*\d){12}/g, (typed) => maskCnic(typed.replaceAll(/\D/g, '') as Cnic))
  const isTyped = (key: string) => key === 'name' || key === 'relationName'
  return Object.fromEntries(
    Object.entries(asked).map(([key, value]) => [
      key,
      isTyped(key) && typeof value === 'string' ? masked(value) : value,
    ]),
  )
}
