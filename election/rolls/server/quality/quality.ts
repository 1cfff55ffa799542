import { randomBytes } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { copyOut, type Database } from '@intikhab/kernel/database'
import type { Ledger, LedgerActor } from '@intikhab/kernel/ledger'
import { accept, refuse, type Outcome } from '@intikhab/kernel/refusal'
import { karachiDate } from '@intikhab/law'
import type { Kysely } from 'kysely'
import type { Cnic } from '../../core/identifiers.ts'
import { groundOf, mayDecide, type SuspicionDecision } from '../../core/quality/decision.ts'
import { isEnrolled, type EnrolledVoter } from '../../core/register/voter.ts'
import { rollsRefusals } from '../../core/refusals.ts'
import { allOrNothing } from '../claims/all-or-nothing.ts'
import type { Claims } from '../claims/claims.ts'
import { fillNameDictionary } from '../names/name-dictionary.ts'
import { rollsAct } from '../register/ledger-act.ts'
import { changeTo } from '../register/records.ts'
import type { Rolls } from '../register/rolls.ts'
import { cardsQuery } from './card-lines.ts'
import { findSuspicions, type Findings } from './find-suspicions.ts'
import { reopeningRecord, suspicionRecord } from './quality-records.ts'
import { isAnyUnderWay, takeBack } from './reopenings.ts'
import { advanceRun, endRun, enterRun, failRun } from './quality-runs.ts'
import { findSuspicion, keepDecision, isDecided, keepSuspicions, type KeptSuspicion } from './suspicion-store.ts'
import type { WorkTableLimits } from './work-table.ts'

/** What looking for faults stands on. */
export interface QualityParts {
  readonly database: Database
  readonly ledger: Pick<Ledger, 'append'>
  readonly rolls: Rolls
  readonly claims: Pick<Claims, 'lodge'>
  readonly now: () => Date
  /** Queues `run` in the transaction in which it was asked for. */
  readonly queue: (tx: Kysely<unknown>, runId: number) => Promise<void>
  /** Where a run keeps its copy of the roll meanwhile. */
  readonly workshop: string
  readonly limits?: WorkTableLimits
}

/** A decision as it is signed. */
interface Decision {
  readonly decision: SuspicionDecision
  /** Against whom objections are opened; empty otherwise. */
  readonly voters: readonly Cnic[]
  readonly reason: string
}

/** Runs that look the whole roll through, and what officers make of what they find. */
export interface Quality {
  /** Asks for a run. Refuses `quality-running`. */
  ask(actor: LedgerActor): Promise<Outcome<{ readonly runId: number }>>
  /** Carries a run out; bears being begun again after a crash. */
  run(runId: number): Promise<Findings>
  /** Refuses `unknown-suspicion`, `suspicion-decided`, `suspicion-other-voter`, and what lodging an objection refuses. */
  decide(district: string, id: number, decision: Decision, actor: LedgerActor): Promise<Outcome<KeptSuspicion>>
  /**
   * Takes a decision back, so that it can be decided anew. Refuses `unknown-suspicion`, `suspicion-not-decided`, and
   * `suspicion-under-objection` until the objections that it opened are ended.
   */
  reopen(district: string, id: number, reason: string, actor: LedgerActor): Promise<Outcome<KeptSuspicion>>
}

const usualLimits: WorkTableLimits = { memory: '4GB', threads: 2 }

export function createQuality(parts: QualityParts): Quality {
  const { database, ledger, rolls, claims, now, queue } = parts
  const db = database.tables<unknown>()

  async function look(runId: number): Promise<Findings> {
    await advanceRun(db, runId, 0)
    await fillNameDictionary(database)
    const areas = await rolls.store.areas()
    const found = await findSuspicions({
      areas: areas.map(({ block, nameUr, district }) => ({ block: Number(block), nameUr, district })),
      asOf: karachiDate(now()),
      folder: parts.workshop,
      limits: parts.limits ?? usualLimits,
      writeCards: (file) => pipeline(Readable.from(copyOut(database.url, cardsQuery)), createWriteStream(file)),
      onProgress: (part) => void advanceRun(db, runId, part).catch(() => undefined),
    })
    const districtOf = new Map(areas.map(({ block, district }) => [Number(block), district]))
    await database.transaction(async (tx) => {
      const at = now()
      await keepSuspicions(tx, runId, at, found.suspicions, (block) => districtOf.get(block))
      await endRun(tx, runId, found, at)
    })
    return found
  }

  /** The voters against whom an objection is to be opened: of this suspicion, on the roll of this district. */
  async function objectedTo(district: string, kept: KeptSuspicion, cnics: readonly Cnic[]) {
    const voters: EnrolledVoter[] = []
    for (const cnic of cnics) {
      const voter = kept.cnics.includes(Number(cnic)) ? await rolls.store.findVoter(cnic) : undefined
      if (voter === undefined || !isEnrolled(voter)) return undefined
      if ((await rolls.store.findArea(voter.entry.block))?.district !== district) return undefined
      voters.push(voter)
    }
    return voters
  }

  return {
    ask: (actor) =>
      database.transaction(async (tx) => {
        const runId = await enterRun(tx, actor.id, now())
        if (runId === undefined) return refuse(rollsRefusals['quality-running'])
        await queue(tx, runId)
        const about = { subject: `quality-run/${runId}`, actor, detail: {}, changes: [] }
        await ledger.append(tx, [rollsAct('quality-asked', now().toISOString(), about)])
        return accept({ runId })
      }),

    async run(runId) {
      try {
        return await look(runId)
      } catch (error) {
        await failRun(db, runId, now())
        throw error
      }
    },

    decide: (district, id, { decision, voters: cnics, reason }, actor) =>
      allOrNothing(database, async (tx) => {
        const kept = await findSuspicion(tx, district, id, true)
        if (kept === undefined || !mayDecide(kept.kind).includes(decision))
          return refuse(rollsRefusals['unknown-suspicion'])
        if (kept.decision !== null) return refuse(rollsRefusals['suspicion-decided'])
        const voters = decision === 'objected' ? await objectedTo(district, kept, cnics) : []
        if (voters === undefined || (decision === 'objected' && voters.length === 0))
          return refuse(rollsRefusals['suspicion-other-voter'], { field: '/voters' })
        const dockets: string[] = []
        for (const { entry, gender, nameUr } of voters) {
          const content = {
            purpose: 'objection',
            ground: groundOf[kept.kind],
            block: entry.block,
            gender,
            serial: entry.serial,
            name: nameUr,
            statement: reason,
          } as const
          const opened = await claims.lodge({ district, source: 'quality', claimant: null, content, actor }, tx)
          if (!opened.ok) return opened
          dockets.push(opened.value.claim.docket)
        }
        const [at, salt] = [now(), randomBytes(16)]
        const decided = { decision, account_id: actor.id, reason, dockets, salt }
        await keepDecision(tx, id, { ...decided, decided_at: at })
        const { suspicion_id, kind, subject } = kept
        const record = suspicionRecord({ suspicion_id, kind, subject, ...decided, decided_at: at.toISOString() })
        await ledger.append(tx, [
          rollsAct('suspicion-decided', at.toISOString(), {
            subject: `suspicion/${id}`,
            actor,
            detail: { kind, decision, objections: dockets.length },
            changes: [changeTo(record)],
          }),
        ])
        return accept({ ...kept, ...decided, decided_at: at })
      }),

    reopen: (district, id, reason, actor) =>
      allOrNothing(database, async (tx) => {
        const kept = await findSuspicion(tx, district, id, true)
        if (kept === undefined) return refuse(rollsRefusals['unknown-suspicion'])
        if (!isDecided(kept)) return refuse(rollsRefusals['suspicion-not-decided'])
        if (await isAnyUnderWay(tx, kept.dockets ?? [])) return refuse(rollsRefusals['suspicion-under-objection'])
        const at = now()
        const { suspicion_id, kind, subject, decision, account_id, dockets, salt } = kept
        const decided = { suspicion_id, kind, subject, decision, account_id, dockets, salt, reason: kept.reason }
        const was = suspicionRecord({ ...decided, decided_at: kept.decided_at.toISOString() })
        const reopening = await takeBack(tx, kept, { reopened_at: at, account_id: actor.id, reason })
        await ledger.append(tx, [
          rollsAct('suspicion-reopened', at.toISOString(), {
            subject: `suspicion/${id}`,
            actor,
            detail: { kind, decision },
            changes: [{ record: was.record, before: was.hash, after: null }, changeTo(reopeningRecord(reopening))],
          }),
        ])
        const open = { decision: null, decided_at: null, account_id: null, reason: null, dockets: null, salt: null }
        return accept({ ...kept, ...open })
      }),
  }
}
