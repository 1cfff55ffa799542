import type { Database } from '@intikhab/kernel/database'
import { actorOf, problemOf, type Caller } from '@intikhab/kernel/http'
import { defineJob, enqueue } from '@intikhab/kernel/jobs'
import type { Ledger } from '@intikhab/kernel/ledger'
import { accept, refuse, type Outcome } from '@intikhab/kernel/refusal'
import { z } from 'zod'
import type { Grant } from '../identity/rights/person.ts'
import { approve, giveBack, withdraw, type Decider } from './decide.ts'
import { entryOf, type Change } from './entries.ts'
import type { Opened } from './kinds.ts'
import { partyOf, personOf, type ApprovalGate } from './parties.ts'
import { previewHash, type Decision, type Proposal, type ProposalResult } from './proposal.ts'
import { approvalRefusals } from './refusals.ts'
import { createProposalStore } from './store.ts'
import type { ActProgress } from './weighty-act.ts'

/** An approved act of minutes, to be carried out by the worker. */
export const carryOutJob = defineJob({ name: 'approvals.carry-out', payload: z.object({ id: z.string() }) })

/** What the desk works with. */
export interface DeskParts {
  readonly database: Database
  readonly ledger: Pick<Ledger, 'append'>
  readonly gate: ApprovalGate
  readonly now: () => Date
}

/** Where proposals are decided and carried out. Every step is written with its ledger entry, both or neither. */
export interface Desk {
  /** Writes a step; false where somebody else came first. */
  write(change: Change): Promise<boolean>
  /**
   * Approves what was shown (`shown`, its hash) and carries it out, or queues it where it takes long. Refuses as `decide.ts`, and what the preview of this
   * moment refuses. What `carryOut` refuses is no refusal here: the proposal has then failed, and says why.
   */
  approve(opened: Opened, caller: Caller, shown: string): Promise<Outcome<Proposal>>
  giveBack(opened: Opened, caller: Caller, reason: string): Promise<Outcome<Proposal>>
  withdraw(opened: Opened, caller: Caller, reason: string): Promise<Outcome<Proposal>>
  /** Does what was approved; undefined where this process is at it already. */
  carryOut(opened: Opened): Promise<Proposal | undefined>
  /** How far this process has come with it; null where it is not at it, or does not know. */
  progressOf(id: string): ActProgress | null
  /** Who this person is to a proposal. */
  deciderOf(
    opened: Pick<Opened, 'proposal'>,
    caller: Caller,
  ): { readonly by: Decider; readonly grant: Grant | undefined }
}

export function createDesk({ database, ledger, gate, now }: DeskParts): Desk {
  const store = createProposalStore(database.tables())
  const inHand = new Map<string, ActProgress | null>()

  function write(change: Change, isQueued = false): Promise<boolean> {
    const { before, after, by, at, reason } = change
    return database.transaction(async (tx) => {
      const register = createProposalStore(tx)
      if (before === null) await register.add(after)
      else if (!(await register.move(before.state, after))) return false
      const [entryId] = await ledger.append(tx, [entryOf(change)])
      if (entryId === undefined) throw new Error('the ledger gave no entry for an act')
      await register.addStep(after.id, { state: after.state, at, by, reason, entryId })
      if (isQueued) await enqueue(tx, carryOutJob, { id: after.id }, { queue: 'long-acts' })
      return true
    })
  }

  function deciderOf({ proposal: { act, place } }: Pick<Opened, 'proposal'>, caller: Caller) {
    const person = personOf(caller)
    const grant = gate.approvingGrantFor(person, act, place)
    const by: Decider = {
      accountId: person.accountId,
      device: person.session.device,
      isApprover: grant !== undefined,
      wantsFreshFactor: gate.wantsFreshFactor(person, act),
    }
    return { by, grant }
  }

  async function decide(
    before: Proposal,
    state: 'approved' | 'returned' | 'withdrawn',
    decision: Decision,
    isQueued = false,
  ): Promise<Outcome<Proposal>> {
    const after: Proposal = { ...before, state, decision }
    const { by, at, reason } = decision
    const isFirst = await write({ before, after, by, at, reason }, isQueued)
    return isFirst ? accept(after) : refuse(approvalRefusals.decided)
  }

  async function carryOut({ proposal, act, payload }: Opened): Promise<Proposal | undefined> {
    const { id, proposedBy, decision } = proposal
    if (inHand.has(id)) return undefined
    if (!decision?.by) throw new Error(`${id} was approved by nobody`)
    inHand.set(id, null)
    try {
      const approvedAt = decision.at.toISOString()
      const { actor: approvedBy } = decision.by
      const approval = { id, proposedBy: proposedBy.actor, approvedBy, approvedAt }
      const outcome = await act.carryOut(payload, approval, (progress) => inHand.set(id, progress))
      const after: Proposal = outcome.ok
        ? { ...proposal, state: 'carried-out', result: { done: outcome.value } }
        : { ...proposal, state: 'failed', result: refusedAs(problemOf(outcome.refusal)) }
      const isFirst = await write({ before: proposal, after, by: null, at: now(), reason: '' })
      return isFirst ? after : await store.find(id)
    } finally {
      inHand.delete(id)
    }
  }

  return {
    write,
    deciderOf,
    carryOut,
    progressOf: (id) => inHand.get(id) ?? null,

    async approve(opened, caller, shown) {
      const { proposal, act, payload } = opened
      const { by, grant } = deciderOf(opened, caller)
      // Who may not approve learns nothing of the preview, and makes nobody compute it.
      const may = approve(proposal, by, { shown, now: shown }, now())
      if (!may.ok) return may
      const preview = await act.preview(payload)
      if (!preview.ok) return preview
      const at = now()
      const judged = approve(proposal, by, { shown, now: previewHash(preview.value) }, at)
      if (!judged.ok) return judged
      if (grant === undefined) return refuse(approvalRefusals['not-approver'])
      const decision = { by: partyOf(caller, grant), at, reason: '', approved: preview.value }
      const takesLong = act.takesLong?.(payload) ?? false
      const decided = await decide(proposal, judged.value, decision, takesLong)
      if (!decided.ok || takesLong) return decided
      return accept((await carryOut({ ...opened, proposal: decided.value })) ?? decided.value)
    },

    async giveBack(opened, caller, reason) {
      const { by, grant } = deciderOf(opened, caller)
      const at = now()
      const judged = giveBack(opened.proposal, by, reason, at)
      if (!judged.ok) return judged
      if (grant === undefined) return refuse(approvalRefusals['not-approver'])
      const decision = { by: partyOf(caller, grant), at, reason: reason.trim(), approved: null }
      return decide(opened.proposal, judged.value, decision)
    },

    async withdraw({ proposal }, caller, reason) {
      const at = now()
      const judged = withdraw(proposal, personOf(caller).accountId, at)
      if (!judged.ok) return judged
      const by = { actor: { ...proposal.proposedBy.actor, ...actorOf(caller) }, name: personOf(caller).name }
      return decide(proposal, judged.value, { by, at, reason: reason.trim(), approved: null })
    },
  }
}

function refusedAs({ code, title, titleUr }: { code: string; title: string; titleUr: string }): ProposalResult {
  return { refused: { code, en: title, ur: titleUr } }
}
