import type { Database } from '@intikhab/kernel/database'
import type { Ledger, LedgerAct } from '@intikhab/kernel/ledger'
import { accept, refuse, type Outcome } from '@intikhab/kernel/refusal'
import { findRulePack, type RollFreeze } from '@intikhab/law'
import type { Cnic, RollId } from '../core/identifiers.ts'
import { rollsRefusals } from '../core/refusals.ts'
import { bornBy, freezeInForce, type Roll } from '../core/roll.ts'
import type { VoterEntry } from '../core/voter.ts'
import type { KnownToFeed } from './check-entry.ts'
import { importVoters, type VoterFeed, type VoterImport } from './import-voters.ts'
import { createRollsStore, type RollsStore } from './store.ts'

/** What the rolls stand on. */
export interface RollsConfiguration {
  readonly database: Database
  /** Takes an entry for every change; none is written where there is no ledger, as in a rehearsal of the register alone. */
  readonly ledger?: Pick<Ledger, 'append'>
  readonly now: () => Date
}

/** Who does something: the account, for the ledger. */
export interface By {
  readonly accountId: string
}

/** A new entry of the roll; it gets the next serial of its list. */
export type Enrolment = Omit<VoterEntry, 'serial' | 'status'>

/** The electoral rolls: what changes the register goes through here. */
export interface Rolls {
  readonly store: RollsStore
  /** The freeze of s.39 in force now; undefined while the rolls are open. */
  freeze(): Promise<RollFreeze | undefined>
  /** Takes in a feed, all or nothing. Refuses `frozen`, `already-enrolled`, `serial-taken`, `invalid-feed`. */
  importFeed(feed: VoterFeed, by: By): Promise<VoterImport>
  /** Enrols one person. Refuses `frozen`, `unknown-area`, `under-age`, `already-enrolled` (Form-21). */
  enrol(entry: Enrolment, by: By): Promise<Outcome<{ readonly serial: number }>>
  /** Flags an entry as reported dead: it stays on the roll until it is removed. Refuses `not-enrolled`. */
  reportDeath(cnic: Cnic, by: By): Promise<Outcome<void>>
  /** Takes an entry off the roll; its CNIC may be enrolled again. Refuses `frozen`, `not-enrolled`. */
  remove(cnic: Cnic, by: By): Promise<Outcome<void>>
  /** Runs `read` on one unchanging state of the register: what is published together must agree. */
  snapshot<T>(read: (store: RollsStore) => Promise<T>): Promise<T>
  /** Refuses `unknown-roll`. */
  getRoll(id: RollId): Promise<Outcome<Roll>>
}

/** Opens the rolls on a database. */
export function createRolls({ database, ledger, now }: RollsConfiguration): Rolls {
  const store = createRollsStore(database.tables())

  async function freeze(): Promise<RollFreeze | undefined> {
    return freezeInForce(await store.listRolls(), findRulePack, now())
  }

  async function frozen(): Promise<Outcome<never> | undefined> {
    const inForce = await freeze()
    if (inForce === undefined) return undefined
    return refuse(rollsRefusals.frozen, { detail: { since: inForce.from.toISOString(), section: inForce.section } })
  }

  async function known(): Promise<KnownToFeed> {
    const [latest] = await store.listRolls()
    const areas = await store.areas()
    const date = latest?.qualifyingDate ?? now().toISOString().slice(0, 10)
    return { blocks: new Set(areas.map((area) => area.block)), latestBirth: bornBy(date, 18) }
  }

  /** The CNIC never reaches the ledger: an act names the block, and how many entries it touched. */
  function act(name: string, subject: string, by: By, detail: LedgerAct['detail'] = {}): LedgerAct {
    const at = now().toISOString()
    const actor = { kind: 'account' as const, id: by.accountId }
    return { system: 'rolls', act: name, subject, actor, madeAt: at, arrivedAt: at, detail }
  }

  function change(cnic: Cnic, status: 'deceased' | 'removed', name: string, by: By): Promise<Outcome<void>> {
    return database.transaction(async (tx) => {
      const inTransaction = createRollsStore(tx)
      const voter = await inTransaction.findVoter(cnic)
      if (voter === undefined || !(await inTransaction.setStatus(cnic, status)))
        return refuse(rollsRefusals['not-enrolled'], { field: 'cnic' })
      await ledger?.append(tx, [act(name, `block/${voter.block}`, by)])
      return accept(undefined)
    })
  }

  return {
    store,
    freeze,

    async importFeed(feed, by) {
      const stopped = await frozen()
      if (stopped?.ok === false) return { ok: false, refusal: stopped.refusal, report: null }
      const done = await importVoters(database, store, feed, await known())
      if (done.ok && ledger !== undefined)
        await database.transaction((tx) =>
          ledger.append(tx, [act('feed-imported', `feed/${feed.name}`, by, { voters: done.imported })]),
        )
      return done
    },

    async enrol(entry, by) {
      const stopped = await frozen()
      if (stopped !== undefined) return stopped
      const { latestBirth } = await known()
      if (entry.dateOfBirth > latestBirth) return refuse(rollsRefusals['under-age'], { field: 'dateOfBirth' })
      return database.transaction(async (tx) => {
        const inTransaction = createRollsStore(tx)
        if (!(await inTransaction.lockArea(entry.block)))
          return refuse(rollsRefusals['unknown-area'], { field: 'block' })
        const serial = await inTransaction.nextSerial(entry.block, entry.gender)
        // Waits for whoever enrols the same CNIC elsewhere at this moment, then sees the outcome.
        if (!(await inTransaction.addVoter({ ...entry, serial, status: 'active' })))
          return refuse(rollsRefusals['already-enrolled'], { field: 'cnic', detail: { form: '21' } })
        await ledger?.append(tx, [act('voter-enrolled', `block/${entry.block}`, by)])
        return accept({ serial })
      })
    },

    reportDeath: (cnic, by) => change(cnic, 'deceased', 'death-reported', by),

    async remove(cnic, by) {
      return (await frozen()) ?? change(cnic, 'removed', 'voter-removed', by)
    },

    snapshot: (read) =>
      database
        .tables<unknown>()
        .transaction()
        .setIsolationLevel('repeatable read')
        .setAccessMode('read only')
        .execute((tx) => read(createRollsStore(tx))),

    async getRoll(id) {
      const roll = (await store.listRolls()).find((one) => one.id === id)
      return roll === undefined ? refuse(rollsRefusals['unknown-roll'], { field: 'rollId' }) : accept(roll)
    },
  }
}
