import { randomBytes, randomUUID } from 'node:crypto'
import type { Database } from '@intikhab/kernel/database'
import { httpRefusals, type Caller, type Route } from '@intikhab/kernel/http'
import type { BoundJob } from '@intikhab/kernel/jobs'
import type { AuditedRecord, AuditedRecords, KeptReason, Ledger, LedgerAct } from '@intikhab/kernel/ledger'
import { accept, refuse, type Outcome } from '@intikhab/kernel/refusal'
import { carryOutJob, createDesk } from './desk.ts'
import { createKinds, type Kinds } from './kinds.ts'
import { partyOf, personOf, type ApprovalGate } from './parties.ts'
import { proposalHash, type Proposal } from './proposal.ts'
import { approvalRefusals } from './refusals.ts'
import { approvalRoutes } from './routes.ts'
import { isStorable } from './storable.ts'
import { createProposalStore } from './store.ts'
import type { ApprovalPreview } from './weighty-act.ts'

/** What a weighty route answers, with status 202, instead of doing the act. */
export interface Proposed {
  readonly approvalId: string
  readonly state: 'proposed'
  /** ISO 8601 in UTC. */
  readonly lapsesAt: string
  readonly preview: ApprovalPreview
}

/** The room: a system defines its weighty acts, proposes, and is called back when a second person has approved. */
export interface Approvals extends Pick<Kinds, 'define' | 'titleOf'> {
  /** Whether this payload takes two people; false only below the act's own threshold. Refuses a malformed payload. */
  isNeeded(kind: string, payload: unknown): Outcome<boolean>
  /**
   * Proposes an act and enters that in the ledger. `payload` is JSON. Refuses a malformed payload, somebody who may not
   * propose it in that place, and what the act's `preview` refuses.
   */
  propose(
    kind: string,
    payload: unknown,
    by: { readonly caller: Caller; readonly reason: string },
  ): Promise<Outcome<Proposed>>
  readonly routes: readonly Route[]
  /** What the worker does for this room: acts that take long. */
  readonly jobs: readonly BoundJob[]
  /** Carries out what was approved when the server died; what takes long is in the queue already. What fails is told to `onProblem` and stays approved. */
  resume(): Promise<void>
  /** Writes down which proposals have lapsed; how many there were. */
  enterLapsed(): Promise<number>
  /** The words of a step as this room keeps them; undefined for an act that is none, or has no words. */
  findReason(act: LedgerAct): Promise<KeptReason | undefined>
  /** Every proposal with its fingerprint, for the audit. */
  readonly audited: AuditedRecords
}

/** Puts the room together. `onProblem` hears of what could not be carried out by mistake or for a lost connection. */
export function createApprovals(parts: {
  readonly database: Database
  readonly ledger: Pick<Ledger, 'append' | 'leafOf'>
  readonly gate: ApprovalGate
  readonly now: () => Date
  readonly onProblem?: (problem: unknown) => void
}): Approvals {
  const { database, ledger, gate, now } = parts
  const onProblem = parts.onProblem ?? ((problem: unknown) => process.emitWarning(String(problem)))
  const kinds = createKinds()
  const store = createProposalStore(database.tables())
  const desk = createDesk(parts)

  async function* readAll(): AsyncIterable<AuditedRecord> {
    for (let after = ''; ;) {
      const page = await store.listAfter(after, 1000)
      for (const proposal of page) yield { record: `approvals.proposal:${proposal.id}`, hash: proposalHash(proposal) }
      const last = page.at(-1)
      if (last === undefined) return
      after = last.id
    }
  }

  return {
    define: kinds.define,
    titleOf: kinds.titleOf,

    isNeeded(kind, payload) {
      const parsed = kinds.parse(kind, payload)
      return parsed.ok ? accept(kinds.get(kind).needsApproval?.(parsed.value) ?? true) : parsed
    },

    async propose(kind, payload, { caller, reason }) {
      const act = kinds.get(kind)
      const parsed = kinds.parse(kind, payload)
      if (!parsed.ok) return parsed
      if (!isStorable(reason)) return refuse(approvalRefusals['bad-payload'], { field: '/reason' })
      const person = personOf(caller)
      const place = act.place(parsed.value)
      const grant = gate.grantFor(person, act.act, place)
      if (grant === undefined) return refuse(httpRefusals['not-permitted'])
      const preview = await act.preview(parsed.value)
      if (!preview.ok) return preview
      const at = now()
      const proposal: Proposal = {
        id: randomUUID(),
        kind,
        act: act.act,
        place,
        payload,
        preview: preview.value,
        reason: reason.trim(),
        proposedBy: partyOf(caller, grant),
        session: person.session.id,
        proposedAt: at,
        lapsesAt: new Date(at.getTime() + act.lapsesAfterHours * 3_600_000),
        state: 'proposed',
        decision: null,
        result: null,
        salt: randomBytes(16),
      }
      await desk.write({ before: null, after: proposal, by: proposal.proposedBy, at, reason: proposal.reason })
      const { id, lapsesAt } = proposal
      return accept({ approvalId: id, state: 'proposed', lapsesAt: lapsesAt.toISOString(), preview: preview.value })
    },

    routes: approvalRoutes({ desk, kinds, store, ledger, gate, now }),

    jobs: [
      carryOutJob.doneBy(async ({ id }) => {
        const proposal = await store.find(id)
        if (proposal?.state === 'approved') await desk.carryOut(kinds.open(proposal))
      }),
    ],

    async resume() {
      for (const proposal of await store.listIn('approved'))
        try {
          const opened = kinds.open(proposal)
          if (opened.act.takesLong?.(opened.payload) !== true) await desk.carryOut(opened)
        } catch (error) {
          onProblem(error)
        }
    },

    async enterLapsed() {
      const at = now()
      let entered = 0
      for (const proposal of await store.listIn('proposed')) {
        if (at < proposal.lapsesAt) continue
        const decision = { by: null, at: proposal.lapsesAt, reason: '', approved: null }
        const after: Proposal = { ...proposal, state: 'lapsed', decision }
        if (await desk.write({ before: proposal, after, by: null, at, reason: '' })) entered += 1
      }
      return entered
    },

    async findReason({ act, detail: { approvalId } }) {
      const proposal = typeof approvalId === 'string' ? await store.find(approvalId) : undefined
      if (proposal === undefined) return undefined
      const words = act === 'proposed' ? proposal.reason : (proposal.decision?.reason ?? '')
      return words === '' ? undefined : { words, salt: proposal.salt }
    },

    audited: { kind: 'approvals.proposal', read: readAll },
  }
}
