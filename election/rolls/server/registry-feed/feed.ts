import type { Database } from '@intikhab/kernel/database'
import { openEvidence, type EvidenceStore } from '@intikhab/kernel/files'
import type { Ledger, LedgerActor } from '@intikhab/kernel/ledger'
import type { Outcome } from '@intikhab/kernel/refusal'
import { readLine } from '../../core/registry-feed/take-in.ts'
import { createRollsStore } from '../register/store.ts'
import { applyBatchLines, applyHeldLines } from './apply-lines.ts'
import { readAhead } from './concerned.ts'
import { batchLines } from './batch-lines.ts'
import type { Road } from './batch-row.ts'
import type { TakingIn } from './feed-acts.ts'
import { finishSkipped, nextWaiting, readFeedState, type FeedState } from './feed-state.ts'
import { keepBatch, refuseContradiction, type KeptBatch } from './keep-batch.ts'
import { isLostRace } from './lost-race.ts'
import { readRules } from './rules-now.ts'
import { lineToApply, type LineToApply } from './write-lines.ts'

/** What the feed of the civil registry stands on. */
export interface RegistryFeedConfiguration {
  readonly database: Database
  readonly ledger?: Pick<Ledger, 'append'>
  readonly now: () => Date
  /** Where batches are kept as they came. */
  readonly folder: string
  /** The agreed name of the registry, e.g. `nadra`. */
  readonly registry: string
  /** File of the keys by which it signs; read anew for each batch, so that keys change without a restart. */
  readonly keyFile: string
  /** What a death with a registered certificate does. */
  readonly deaths: 'delete' | 'note'
  /** Records in one transaction; 20,000 where nothing is said. */
  readonly recordsAtOnce?: number
}

/** The feed of the civil registry (s.25). */
export interface RegistryFeed {
  /**
   * Keeps a batch whose signature is good, as evidence and in line to be taken in; the same batch again is the same batch.
   * Refuses `registry-…`: nothing is kept of those, but the ledger says that one was offered.
   */
  keep(
    bytes: AsyncIterable<Uint8Array>,
    by: { readonly actor: LedgerActor; readonly road: Road },
  ): Promise<Outcome<KeptBatch>>
  /**
   * Takes in what can be taken in: records that waited for the end of a freeze or a birthday, then batch after batch up to
   * the first missing number. Whoever calls meanwhile waits for the same run, and for another that begins after it.
   */
  takeIn(): Promise<FeedState>
  state(): Promise<FeedState>
  /** Ends a run that is under way after the records in hand; the next one goes on there. */
  stop(): Promise<void>
}

/** Bytes of the largest batch: about six million records. */
const largestBatch = 4 * 1024 ** 3

export async function openRegistryFeed(configuration: RegistryFeedConfiguration): Promise<RegistryFeed> {
  const { database, now, folder, recordsAtOnce = 20_000 } = configuration
  const evidence: EvidenceStore = await openEvidence({ folder, limitBytes: largestBatch, now })
  const store = createRollsStore(database.tables())
  const basis: TakingIn = configuration

  let stopping = false
  let running: Promise<FeedState> | undefined
  let next: Promise<FeedState> | undefined

  async function openRules() {
    const areas = new Set((await store.areas()).map(({ block }) => block as string))
    const fixed = { isArea: (block: string) => areas.has(block), deaths: configuration.deaths }
    return () => readRules(store, fixed, now())
  }
  type Rules = Awaited<ReturnType<typeof openRules>>

  async function release(rules: Rules): Promise<void> {
    for (let after: number | undefined = 0; after !== undefined;) {
      const current = await rules()
      if (current.frozenSince !== undefined || stopping) return
      const from: number = after
      after = await again(() =>
        applyHeldLines(basis, (line) => readLine(line, current.today), current, from, recordsAtOnce),
      )
    }
  }

  /** Takes a batch in from a number on; false where the rolls are frozen or somebody else takes it in. */
  async function apply(
    { id, sha256, from, to, start }: Awaited<ReturnType<typeof nextWaiting>> & object,
    rules: Rules,
  ) {
    const bytes = await evidence.stream(sha256)
    if (bytes === undefined) throw new Error(`the kept batch ${sha256} is gone from ${folder}`)
    const kept = bytes
    const { today } = await rules()
    async function* read(): AsyncGenerator<readonly LineToApply[], void> {
      for await (const lines of batchLines(kept, from, start, recordsAtOnce)) {
        const next = lines.map((line) => lineToApply(line, readLine(line, today), id))
        await readAhead(database, next)
        yield next
      }
    }
    const reading = read()
    try {
      // The next lines are read while the database works on these.
      let coming = reading.next()
      for (;;) {
        const { value: lines, done } = await coming
        if (done === true) return true
        coming = reading.next()
        coming.catch(() => undefined)
        const current = await rules()
        const finishes = lines.at(-1)?.number === to
        if (current.frozenSince !== undefined || stopping) return false
        if (!(await again(() => applyBatchLines(basis, lines, current, id, finishes)))) return false
      }
    } finally {
      await reading.return(undefined)
    }
  }

  async function run(): Promise<FeedState> {
    const rules = await openRules()
    await release(rules)
    for (;;) {
      const { frozenSince } = await rules()
      const batch = frozenSince === undefined && !stopping ? await nextWaiting(database.tables()) : undefined
      if (batch === undefined) break
      if (await refuseContradiction(basis, evidence, batch.id)) continue
      if (batch.start > batch.to) await finishSkipped(basis, batch.id)
      else await apply(batch, rules)
    }
    return state()
  }

  async function state(): Promise<FeedState> {
    const { frozenSince } = await readRules(store, { isArea: () => true, deaths: configuration.deaths }, now())
    return readFeedState(database.tables(), frozenSince)
  }

  function takeIn(): Promise<FeedState> {
    if (running === undefined) {
      running = run().finally(() => (running = undefined))
      return running
    }
    // What arrived after the run began is for the one after it.
    next ??= running
      .catch(() => undefined)
      .then(() => {
        next = undefined
        return takeIn()
      })
    return next
  }
  return {
    keep: (bytes, by) => keepBatch(configuration, evidence, bytes, by),
    state,
    takeIn,
    async stop() {
      stopping = true
      await running?.catch(() => undefined)
    },
  }
}

/** Does something again that lost a race with whoever changed the same voters at a counter. */
async function again<T>(act: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await act()
    } catch (error) {
      if (!isLostRace(error) || tries === 5) throw error
    }
  }
}
