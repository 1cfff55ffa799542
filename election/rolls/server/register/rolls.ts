import type { Database } from '@intikhab/kernel/database'
import type { Ledger, LedgerAct, LedgerActor } from '@intikhab/kernel/ledger'
import { accept, refuse, type Outcome } from '@intikhab/kernel/refusal'
import type { BlockCode } from '@intikhab/delimitation'
import { findRulePack, karachiDate, type RollFreeze } from '@intikhab/law'
import type { Kysely } from 'kysely'
import type { RollsActName } from '../../core/acts.ts'
import type { Cnic, RollId } from '../../core/identifiers.ts'
import { rollsRefusals } from '../../core/refusals.ts'
import { freezeAt, freezesInForce, latestBirth, type PlacedFreeze, type Roll } from '../../core/register/roll.ts'
import { isRevision, type VoterChange } from '../../core/register/change.ts'
import type { ElectoralArea, EnrolledVoter, RollDistrict, Voter } from '../../core/register/voter.ts'
import type { PastAction } from '../../core/register/past-action.ts'
import { allOrNothing } from '../claims/all-or-nothing.ts'
import { actOn, listActions, type Acted, type ActionBy } from './actions.ts'
import { listAsOf } from './as-of.ts'
import type { KnownToFeed } from './check-entry.ts'
import { enterImport } from './enter-import.ts'
import { importVoters, type VoterFeed, type VoterImport } from './import-voters.ts'
import { rollsAct } from './ledger-act.ts'
import { changeTo, placesRecord, rollRecord } from './records.ts'
import { readOnly } from './shared-snapshot.ts'
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

/** On what grounds somebody's standing changes; under a named order of the Commission also while the roll is frozen. */
export interface ChangeBy extends By, Pick<ActionBy, 'cause' | 'form' | 'section'> {
  readonly order?: string
}

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
  /** Takes in a feed, all or nothing. Refuses `frozen`, `enrolled-again`, `serial-taken`, `invalid-feed`. */
  importFeed(feed: VoterFeed, by: By): Promise<VoterImport>
  /**
   * Changes somebody's standing, with its action and its ledger entry; in `tx` where something else belongs to it.
   * Refuses `frozen`, `under-age`, `unknown-area` and what `changeVoter` refuses; `already-enrolled` tells the district
   * and Form-21.
   */
  change(cnic: Cnic, change: VoterChange, by: ChangeBy, tx?: Kysely<unknown>): Promise<Outcome<Acted>>
  /** What was done about somebody, the first first. */
  actions(cnic: Cnic): Promise<readonly PastAction[]>
  /** The roll of an electoral area as on an instant, list by list. */
  listAsOf(block: BlockCode, at: Date): Promise<readonly EnrolledVoter[]>
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
    return freeze === undefined ? undefined : refuseFrozen(freeze)
  }

  async function latestBirthNow(): Promise<string> {
    return latestBirth(await store.listRolls(), karachiDate(now()))
  }

  async function known(): Promise<KnownToFeed> {
    const areas = await store.areas()
    const freezes = await inForce()
    return {
      blocks: new Set(areas.map((area) => area.block)),
      latestBirth: await latestBirthNow(),
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
    await ledger?.append(tx, [rollsAct(name, now().toISOString(), { subject, actor: by.actor, ...about })])
  }

  async function refusedChange(before: Voter | undefined, change: VoterChange, by: ChangeBy) {
    if (by.order !== undefined || !isRevision(change.kind)) return undefined
    const blocks = [before?.entry?.block, blockAfter(before, change)].filter((block) => block !== undefined)
    const freezes = await inForce()
    const freeze = [undefined, ...blocks].map((block) => freezeAt(freezes, block)).find((one) => one !== undefined)
    return freeze === undefined ? undefined : refuseFrozen(freeze)
  }

  async function changeRoll(id: RollId, name: RollsActName, by: By, act: (register: RollsStore) => Promise<unknown>) {
    return database.transaction(async (tx): Promise<Outcome<void>> => {
      const register = createRollsStore(tx)
      const find = async () => (await register.listRolls()).find((one) => one.id === id)
      const before = await find()
      if (before === undefined) return refuse(rollsRefusals['unknown-roll'], { field: 'rollId' })
      await act(register)
      const after = await find()
      const changes = after === undefined ? [] : [changeTo(rollRecord(after), rollRecord(before))]
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
        await enter(tx, 'places-put', 'places', by, { detail, changes: [changeTo(await read(), before)] })
      }),

    addRoll: (roll, by) =>
      database.transaction(async (tx) => {
        const added = await createRollsStore(tx).addRoll(roll)
        if (added)
          await enter(tx, 'roll-added', `roll/${roll.id}`, by, { detail: {}, changes: [changeTo(rollRecord(roll))] })
        return added
      }),

    announceResults: (id, by) =>
      changeRoll(id, 'results-announced', by, (register) => register.setResultsAnnounced(id, now())),

    async importFeed(feed, by) {
      const stopped = await frozen()
      if (stopped?.ok === false) return { ok: false, refusal: stopped.refusal, report: null }
      const at = now().toISOString()
      return importVoters(database, store, feed, await known(), (tx, loaded) =>
        enterImport(tx, ledger, feed.name, loaded, by, at),
      )
    },

    async change(cnic, change, by, tx) {
      const before = await store.findVoter(cnic)
      const stopped = await refusedChange(before, change, by)
      if (stopped !== undefined) return stopped
      const born = birthAfter(change)
      if (born !== undefined && born > (await latestBirthNow()))
        return refuse(rollsRefusals['under-age'], { field: 'dateOfBirth' })
      const cause = by.order === undefined ? by.cause : `order:${by.order}`
      const act = (within: Kysely<unknown>) => actOn(within, ledger, cnic, change, { ...by, cause, at: now() })
      // A refusal may come after numbers were given out.
      return tx === undefined ? allOrNothing(database, act) : act(tx)
    },

    actions: (cnic) => listActions(database.tables(), cnic),

    listAsOf: (block, at) => listAsOf(database.tables(), block, at),

    snapshot: (read) => readOnly(database, (tx) => read(createRollsStore(tx))),

    async getRoll(id) {
      const roll = (await store.listRolls()).find((one) => one.id === id)
      return roll === undefined ? refuse(rollsRefusals['unknown-roll'], { field: 'rollId' }) : accept(roll)
    },
  }
}

function refuseFrozen(freeze: RollFreeze) {
  return refuse(rollsRefusals.frozen, { detail: { since: freeze.from.toISOString(), section: freeze.section } })
}

/** The date of birth that a change puts on the roll; undefined where it puts none. */
function birthAfter(change: VoterChange): string | undefined {
  if (change.kind === 'enrolled') return change.identity.dateOfBirth
  return change.kind === 'corrected' ? change.correction.dateOfBirth : undefined
}

/** The block into which a change leads, as far as it is known beforehand. */
function blockAfter(before: Voter | undefined, change: VoterChange): string | undefined {
  if (change.kind === 'enrolled') return change.identity.addresses[change.chosen]?.block
  if (change.kind === 'restored') return change.former.block
  if (change.kind === 'transferred')
    return (change.addresses?.[change.chosen] ?? before?.addresses[change.chosen])?.block
  return change.kind === 'corrected' && before !== undefined
    ? (change.correction.addresses ?? before.addresses)[change.correction.chosen ?? before.chosen]?.block
    : undefined
}
