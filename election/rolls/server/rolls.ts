import { randomBytes } from 'node:crypto'
import type { Database } from '@intikhab/kernel/database'
import type { Ledger, LedgerAct, LedgerActor, RecordChange } from '@intikhab/kernel/ledger'
import { accept, refuse, type Outcome } from '@intikhab/kernel/refusal'
import { findRulePack, karachiDate, type RollFreeze } from '@intikhab/law'
import { sql, type Kysely } from 'kysely'
import type { RollsActName } from '../core/acts.ts'
import type { Cnic, RollId } from '../core/identifiers.ts'
import { rollsRefusals } from '../core/refusals.ts'
import { bornBy, freezeAt, freezesInForce, type PlacedFreeze, type Roll } from '../core/roll.ts'
import type { ElectoralArea, RollDistrict, VoterEntry } from '../core/voter.ts'
import type { KnownToFeed } from './check-entry.ts'
import { importVoters, type LoadedVoters, type VoterFeed, type VoterImport } from './import-voters.ts'
import { importRecord, placesRecord, rollRecord, voterRecord, type RecordNow } from './records.ts'
import { createRollsStore, type RollsStore } from './store.ts'

/** What the rolls stand on. */
export interface RollsConfiguration {
  readonly database: Database
  /** Takes an entry for every change; none is written where there is no ledger, as in a rehearsal of the register alone. */
  readonly ledger?: Pick<Ledger, 'append'>
  readonly now: () => Date
}

/** Who does something, as the ledger names them. */
export interface By {
  readonly actor: LedgerActor
}

/** A new entry of the roll; it gets the next serial of its list. */
export type Enrolment = Omit<VoterEntry, 'serial' | 'status'>

/** The electoral rolls: what changes the register goes through here. */
export interface Rolls {
  readonly store: RollsStore
  /** The freeze of s.39 in force now over all rolls, or in one block; undefined while they are open. */
  freeze(block?: string): Promise<RollFreeze | undefined>
  /** Adds districts and areas, or renames those that are there. */
  putPlaces(districts: readonly RollDistrict[], areas: readonly ElectoralArea[], by: By): Promise<void>
  /** Names a state of the rolls; false where one of that name is there. */
  addRoll(roll: Roll, by: By): Promise<boolean>
  /** The results are out for which the roll was made: its freeze ends. Refuses `unknown-roll`. */
  announceResults(id: RollId, by: By): Promise<Outcome<void>>
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

  async function inForce(): Promise<PlacedFreeze[]> {
    return freezesInForce(await store.listRolls(), await store.listFreezes(), findRulePack, now())
  }

  async function frozen(block?: string): Promise<Outcome<never> | undefined> {
    const freeze = freezeAt(await inForce(), block)
    if (freeze === undefined) return undefined
    return refuse(rollsRefusals.frozen, { detail: { since: freeze.from.toISOString(), section: freeze.section } })
  }

  async function known(): Promise<KnownToFeed> {
    const [latest] = await store.listRolls()
    const areas = await store.areas()
    const date = latest?.qualifyingDate ?? now().toISOString().slice(0, 10)
    const freezes = await inForce()
    return {
      blocks: new Set(areas.map((area) => area.block)),
      latestBirth: bornBy(date, 18),
      frozenSince(block) {
        const freeze = freezes.length === 0 ? undefined : freezeAt(freezes, block)
        return freeze === undefined ? undefined : karachiDate(freeze.from)
      },
    }
  }

  /** The CNIC never reaches the ledger: an act names the block, and a person's record by its salt. */
  async function enter(
    tx: Kysely<unknown>,
    name: RollsActName,
    subject: string,
    by: By,
    about: Pick<LedgerAct, 'detail' | 'changes' | 'section'>,
  ): Promise<void> {
    const at = now().toISOString()
    await ledger?.append(tx, [
      { system: 'rolls', act: name, subject, actor: by.actor, madeAt: at, arrivedAt: at, ...about },
    ])
  }

  function change(cnic: Cnic, status: 'deceased' | 'removed', name: RollsActName, by: By): Promise<Outcome<void>> {
    return database.transaction(async (tx) => {
      const register = createRollsStore(tx)
      const found = await register.lockVoter(cnic)
      if (found === undefined) return refuse(rollsRefusals['not-enrolled'], { field: 'cnic' })
      const { voter } = found
      const salt = found.salt ?? randomBytes(16)
      await register.setStatus(cnic, status, salt)
      // Of whom no act was entered before, the ledger knows only the import.
      const before = found.salt === null ? null : voterRecord(voter, salt).hash
      const { record, hash } = voterRecord({ ...voter, status }, salt)
      await enter(tx, name, `block/${voter.block}`, by, { detail: {}, changes: [{ record, before, after: hash }] })
      return accept(undefined)
    })
  }

  async function changeRoll(id: RollId, name: RollsActName, by: By, act: (register: RollsStore) => Promise<unknown>) {
    return database.transaction(async (tx): Promise<Outcome<void>> => {
      const register = createRollsStore(tx)
      const find = async () => (await register.listRolls()).find((one) => one.id === id)
      const before = await find()
      if (before === undefined) return refuse(rollsRefusals['unknown-roll'], { field: 'rollId' })
      await act(register)
      const after = await find()
      const changes = after === undefined ? [] : [changed(rollRecord(after), rollRecord(before))]
      await enter(tx, name, `roll/${id}`, by, { detail: {}, changes })
      return accept(undefined)
    })
  }

  return {
    store,

    async freeze(block) {
      return freezeAt(await inForce(), block)
    },

    putPlaces: (districts, areas, by) =>
      database.transaction(async (tx) => {
        const register = createRollsStore(tx)
        const read = async () => placesRecord(await register.districts(), await register.areas())
        const isFirst = (await register.districts()).length === 0
        const before = isFirst ? undefined : await read()
        await register.putPlaces(districts, areas)
        const detail = { districts: districts.length, areas: areas.length }
        await enter(tx, 'places-put', 'places', by, { detail, changes: [changed(await read(), before)] })
      }),

    addRoll: (roll, by) =>
      database.transaction(async (tx) => {
        const added = await createRollsStore(tx).addRoll(roll)
        if (added)
          await enter(tx, 'roll-added', `roll/${roll.id}`, by, { detail: {}, changes: [changed(rollRecord(roll))] })
        return added
      }),

    announceResults: (id, by) =>
      changeRoll(id, 'results-announced', by, (register) => register.setResultsAnnounced(id, now())),

    async importFeed(feed, by) {
      const stopped = await frozen()
      if (stopped?.ok === false) return { ok: false, refusal: stopped.refusal, report: null }
      const importedAt = now().toISOString()
      const { id: accountId } = by.actor
      const record = async (tx: Kysely<unknown>, { importId, voters, digest }: LoadedVoters) => {
        await sql`insert into rolls.import (import_id, name, voters, digest, account_id, imported_at)
          values (${importId}, ${feed.name}, ${voters}, ${digest}, ${accountId}, ${importedAt})`.execute(tx)
        const row = { import_id: importId, name: feed.name, voters, digest, account_id: accountId }
        await enter(tx, 'feed-imported', `feed/${feed.name}`, by, {
          detail: { voters, digest },
          changes: [changed(importRecord({ ...row, imported_at: importedAt }))],
        })
      }
      return importVoters(database, store, feed, await known(), record)
    },

    async enrol(entry, by) {
      const stopped = await frozen(entry.block)
      if (stopped !== undefined) return stopped
      const { latestBirth } = await known()
      if (entry.dateOfBirth > latestBirth) return refuse(rollsRefusals['under-age'], { field: 'dateOfBirth' })
      return database.transaction(async (tx) => {
        const register = createRollsStore(tx)
        if (!(await register.lockArea(entry.block))) return refuse(rollsRefusals['unknown-area'], { field: 'block' })
        const serial = await register.nextSerial(entry.block, entry.gender)
        const voter: VoterEntry = { ...entry, serial, status: 'active' }
        const salt = randomBytes(16)
        // Waits for whoever enrols the same CNIC elsewhere at this moment, then sees the outcome.
        if (!(await register.addVoter(voter, salt)))
          return refuse(rollsRefusals['already-enrolled'], { field: 'cnic', detail: { form: '21' } })
        const changes = [changed(voterRecord(voter, salt))]
        await enter(tx, 'voter-enrolled', `block/${entry.block}`, by, { detail: {}, changes, section: 's.26' })
        return accept({ serial })
      })
    },

    reportDeath: (cnic, by) => change(cnic, 'deceased', 'death-reported', by),

    async remove(cnic, by) {
      const voter = await store.findVoter(cnic)
      return (await frozen(voter?.block)) ?? change(cnic, 'removed', 'voter-removed', by)
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

function changed({ record, hash }: RecordNow, before?: RecordNow): RecordChange {
  return { record, before: before?.hash ?? null, after: hash }
}
