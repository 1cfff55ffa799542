import { randomBytes } from 'node:crypto'
import { clockStatus, resultClocks, getRulePack } from '@intikhab/law'
import type { ClockStatus, LegalDate, ProgrammeChange, ProgrammeCheck, ResultClockCode } from '@intikhab/law'
import type { Database } from '@intikhab/kernel/database'
import type { ChangedFile } from '@intikhab/kernel/editions'
import { hashReason, type ActBy, type Ledger, type LedgerAct } from '@intikhab/kernel/ledger'
import { accept, refuse } from '@intikhab/kernel/refusal'
import type { Outcome } from '@intikhab/kernel/refusal'
import type { Transaction } from 'kysely'
import type { ProgrammeActName } from '../core/acts.ts'
import { electionDocument } from '../core/edition.ts'
import type { ElectionDocument } from '../core/edition.ts'
import type { Election, ElectionId } from '../core/election.ts'
import { phaseAt } from '../core/phase.ts'
import type { Phase } from '../core/phase.ts'
import type { ProgrammeVersion } from '../core/programme-version.ts'
import { announceElection, previewChange, proposeChange } from '../core/propose-change.ts'
import type { ChangePreview, ChangeProposal, ProgrammeProposal } from '../core/propose-change.ts'
import { programmeRefusals } from '../core/refusals.ts'
import { addedElection, addedVersion } from './audited.ts'
import { electionFiles } from './edition-files.ts'
import { createProgrammeStore } from './store.ts'
import type { ProgrammeStore } from './store.ts'

/** Who does an act, and when it was made; `madeAt` is the present where nothing is said. */
export interface ProgrammeAct extends ActBy {
  readonly madeAt?: Date
}

/** Days that count as holidays; those of the version in force (none for a new election) where nothing is said. */
export interface WithHolidays {
  readonly holidays?: ReadonlySet<LegalDate> | undefined
}

/** Where an election stands at an instant. */
export interface ElectionState {
  readonly at: Date
  readonly phase: Phase
  readonly clocks: readonly { readonly code: ResultClockCode; readonly status: ClockStatus }[]
}

/** What a change would do to which election and which version of its programme. */
export interface SeenChange extends ChangePreview {
  readonly election: Election
  readonly current: ProgrammeVersion
}

export interface Programme {
  /** Reads what is stored; what is written goes through `announce` and `change`, with its ledger entry. */
  readonly store: Omit<ProgrammeStore, 'addElection' | 'addVersion'>
  /** Announces an election with version 1 of its programme. Refuses as `announceElection`, and a name already taken. */
  announce(
    draft: Omit<Election, 'pollDate'>,
    proposal: ProgrammeProposal & WithHolidays,
    act: ProgrammeAct,
  ): Promise<Outcome<{ readonly version: ProgrammeVersion; readonly check: ProgrammeCheck; readonly entryId: number }>>
  /** Version 1 as it would be announced; writes nothing. Refuses as `announce`. */
  previewAnnouncement(
    draft: Omit<Election, 'pollDate'>,
    proposal: ProgrammeProposal & WithHolidays,
  ): Promise<Outcome<{ readonly version: ProgrammeVersion; readonly check: ProgrammeCheck }>>
  /** What a change would do and what stands in its way; writes nothing. Refuses only an election that is not there. */
  preview(id: ElectionId, proposal: ChangeProposal & WithHolidays): Promise<Outcome<SeenChange>>
  /** Puts the next version in force. Refuses as `proposeChange`. */
  change(
    id: ElectionId,
    proposal: ChangeProposal & WithHolidays,
    act: ProgrammeAct,
  ): Promise<
    Outcome<{ readonly version: ProgrammeVersion; readonly change: ProgrammeChange; readonly entryId: number }>
  >
  /** The election as published, from the register. Refuses an election that is not there. */
  document(id: ElectionId): Promise<Outcome<ElectionDocument>>
  /** Phase and clocks at the present. Refuses an election that is not there. */
  state(id: ElectionId): Promise<Outcome<ElectionState>>
  /** The programme's files of the series `electionSeries(id)`. Refuses an election that is not there. */
  editionFiles(id: ElectionId): Promise<Outcome<readonly ChangedFile[]>>
  /** Calls `listener` after an election was announced or its programme changed by this process; returns how to stop. */
  onChange(listener: (id: ElectionId) => void): () => void
}

/** The programme on an open database and ledger. An act and its ledger entry are written in one transaction. */
export function createProgramme(parts: {
  readonly database: Database
  readonly ledger: Pick<Ledger, 'append'>
  readonly now: () => Date
}): Programme {
  const { database, ledger, now } = parts
  const store = createProgrammeStore(database.tables())
  const listeners = new Set<(id: ElectionId) => void>()

  function tell(id: ElectionId): void {
    for (const listener of listeners) listener(id)
  }

  async function append(tx: Transaction<unknown>, act: LedgerAct): Promise<number> {
    const [entryId] = await ledger.append(tx, [act])
    if (entryId === undefined) throw new Error('the ledger gave no entry for an act')
    return entryId
  }

  async function getInForce(from: ProgrammeStore, id: ElectionId) {
    const [election, current] = [await from.findElection(id), await from.findCurrentVersion(id)]
    if (!election || !current) return refuse(programmeRefusals['unknown-election'], { field: '/id' })
    return accept({ election, current })
  }

  async function document(id: ElectionId): Promise<Outcome<ElectionDocument>> {
    const election = await store.findElection(id)
    if (!election) return refuse(programmeRefusals['unknown-election'], { field: '/id' })
    return accept(electionDocument(election, await store.listVersions(id)))
  }

  return {
    store,

    async announce(draft, proposal, { madeAt = now(), ...by }) {
      const context = { madeAt, holidays: proposal.holidays ?? new Set<LegalDate>(), ...approvalOf(by) }
      const decided = announceElection(draft, proposal, context)
      if (!decided.ok) return decided
      const { election, version, check } = decided.value
      const done = await database.transaction(async (tx) => {
        const salt = randomBytes(16)
        const added = await createProgrammeStore(tx).addElection(election, version, salt)
        if (!added.ok) return added
        const { detail, ...act } = ledgerAct('election-announced', version, salt, by)
        const entryId = await append(tx, {
          ...act,
          arrivedAt: now().toISOString(),
          section: 's.57',
          changes: [addedElection(election), addedVersion(version, salt)],
          detail: { ...detail, packId: election.packId, assemblies: election.assemblies },
        })
        return accept({ version, check, entryId })
      })
      if (done.ok) tell(election.id)
      return done
    },

    async previewAnnouncement(draft, proposal) {
      const context = { madeAt: now(), holidays: proposal.holidays ?? new Set<LegalDate>() }
      const decided = announceElection(draft, proposal, context)
      if (!decided.ok) return decided
      if (await store.findElection(draft.id)) return refuse(programmeRefusals['election-exists'], { field: '/id' })
      return decided
    },

    async preview(id, proposal) {
      const found = await getInForce(store, id)
      if (!found.ok) return found
      const { election, current } = found.value
      const seen = previewChange(election, current, proposal, { holidays: holidaysOf(proposal, current) })
      return accept({ ...seen, election, current })
    },

    async change(id, proposal, { madeAt = now(), ...by }) {
      const done = await database.transaction(async (tx) => {
        const register = createProgrammeStore(tx)
        const found = await getInForce(register, id)
        if (!found.ok) return found
        const { election, current } = found.value
        const context = { madeAt, holidays: holidaysOf(proposal, current), ...approvalOf(by) }
        const decided = proposeChange(election, current, proposal, context)
        if (!decided.ok) return decided
        const { version, change } = decided.value
        const salt = randomBytes(16)
        const added = await register.addVersion(version, salt)
        if (!added.ok) return added
        const { detail, ...act } = ledgerAct('programme-changed', version, salt, by)
        const entryId = await append(tx, {
          ...act,
          arrivedAt: now().toISOString(),
          section: 's.58',
          changes: [addedVersion(version, salt)],
          detail: { ...detail, pollBefore: current.stages.poll, moved: change.changes.length },
        })
        return accept({ version, change, entryId })
      })
      if (done.ok) tell(id)
      return done
    },

    document,

    async state(id) {
      const found = await getInForce(store, id)
      if (!found.ok) return found
      const { election, current } = found.value
      const at = now()
      const clocks = resultClocks(getRulePack(election.packId), { pollOn: current.stages.poll })
      return accept({
        at,
        phase: phaseAt(current.stages, at),
        clocks: clocks.map((clock) => ({ code: clock.code, status: clockStatus(clock, { now: at }) })),
      })
    },

    async editionFiles(id) {
      const made = await document(id)
      return made.ok ? accept(electionFiles(made.value)) : made
    },

    onChange(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}

function approvalOf({ approval }: ActBy): { readonly approvalId?: string } {
  return approval === undefined ? {} : { approvalId: approval.id }
}

function holidaysOf({ holidays }: WithHolidays, current: ProgrammeVersion): ReadonlySet<LegalDate> {
  return holidays ?? new Set(current.holidays)
}

/** The reason is published with the version; the ledger, which forgets nothing, holds only its fingerprint. */
function ledgerAct(act: ProgrammeActName, version: ProgrammeVersion, reasonSalt: Buffer, { actor, approval }: ActBy) {
  const { stages, holidays, orderReference } = version
  return {
    system: 'programme',
    act,
    subject: version.electionId,
    actor,
    ...(approval === undefined ? {} : { approval }),
    madeAt: version.madeAt.toISOString(),
    reasonHash: hashReason(version.reason, reasonSalt),
    detail: { version: version.version, stages, holidays, orderReference },
  } satisfies Partial<LedgerAct>
}
