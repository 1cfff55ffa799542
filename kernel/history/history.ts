import type { Database } from '@intikhab/kernel/database'
import type { Route } from '@intikhab/kernel/http'
import type { Person, Where } from '@intikhab/kernel/identity'
import { parseAct, type KeptReason, type Ledger, type LedgerAct } from '@intikhab/kernel/ledger'
import { accept, refuse, type Outcome } from '@intikhab/kernel/refusal'
import { createIndexOfActs } from './index-of-acts.ts'
import { placeOfKey } from './keys.ts'
import { historyRefusals } from './refusals.ts'
import { historyRoutes } from './routes.ts'
import { showEntry } from './show.ts'
import type { SentencesOfSystems } from './tell.ts'
import type { HistoryAnswer, ShownEntry } from './wire.ts'

/** What the history is made of. */
export interface HistoryOptions {
  readonly database: Database
  readonly ledger: Ledger
  readonly sentences: SentencesOfSystems
  /** Whether a person may do an act in a place, now. */
  may(person: Person, act: string, where: Where): boolean
  /** The name of an account, if the person may see it. */
  findName(reader: Person, accountId: string): Promise<string | undefined>
  /** The reason of an act, by the system that keeps it. */
  readonly findReason: Readonly<Record<string, (act: LedgerAct) => Promise<KeptReason | undefined>>>
  readonly onProblem: (problem: unknown) => void
}

/** The history of any record: the entries of the ledger about it, told in plain sentences. */
export interface History {
  readonly routes: readonly Route[]
  /**
   * The newest entries about `about` or anything below it, as far as they lie within the reader's offices. Refuses
   * `out-of-reach` for a seat that does not.
   */
  read(reader: Person, about: string, before?: number): Promise<Outcome<HistoryAnswer>>
  start(): void
  stop(): Promise<void>
}

/** Entries shown at once. */
const page = 30
/** Entries looked at for one page where not all of them are the reader's to see. */
const mostLookedAt = 600

export function createHistory(options: HistoryOptions): History {
  const { ledger, may, sentences } = options
  const index = createIndexOfActs(options)

  /** The seat or station of a name in the ledger; the country for anything else. */
  function whereOf(key: string): Where {
    const place = placeOfKey(key)
    if (place === undefined) return { kind: 'national' }
    const { electionId, seat, station } = place
    const constituency = { kind: 'constituency', code: seat, electionId } as const
    return station === undefined
      ? constituency
      : [{ kind: 'station', code: `${seat}/${station}`, electionId }, constituency]
  }

  async function actAt(leaf: number): Promise<LedgerAct> {
    const entry = await ledger.entry(leaf)
    if (entry === undefined) throw new Error(`the signed ledger has no entry ${leaf}, which the index names`)
    return parseAct(entry)
  }

  async function read(
    reader: Person,
    about: string,
    before = Number.MAX_SAFE_INTEGER,
  ): Promise<Outcome<HistoryAnswer>> {
    const seesAll = may(reader, 'history.read', whereOf(about))
    if (!seesAll && placeOfKey(about) !== undefined) return refuse(historyRefusals['out-of-reach'], { field: '/about' })
    const names = new Map<string, Promise<string | undefined>>()
    const beside = {
      sentences,
      findReason: async (act: LedgerAct) => options.findReason[act.system]?.(act),
      findName(accountId: string) {
        const known = names.get(accountId) ?? options.findName(reader, accountId)
        names.set(accountId, known)
        return known
      },
    }
    const limit = seesAll ? page : mostLookedAt
    const leaves = await index.find(about, before, limit + 1)
    const entries: ShownEntry[] = []
    let next: number | null = null
    for (const [n, leaf] of leaves.entries()) {
      if (entries.length === page || n === limit) {
        next = leaves[n - 1] ?? leaf + 1
        break
      }
      const act = await actAt(leaf)
      if (seesAll || may(reader, 'history.read', whereOf(act.subject))) entries.push(await showEntry(leaf, act, beside))
    }
    return accept({ about, entries, next, size: ledger.latest().size })
  }

  const history = { read, start: () => index.start(), stop: () => index.stop() }
  return { ...history, routes: historyRoutes(history) }
}
