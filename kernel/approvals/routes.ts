import { route, type Caller, type Route } from '@intikhab/kernel/http'
import { accept, refuse, type Outcome } from '@intikhab/kernel/refusal'
import { z } from 'zod'
import { mayDecide, stateAt } from './decide.ts'
import type { Opened } from './kinds.ts'
import { personOf, type ApprovalGate } from './parties.ts'
import type { Proposal } from './proposal.ts'
import { approvalRefusals } from './refusals.ts'
import { listedProposal, shownProposal, type ShowParts } from './show.ts'
import { countAnswer, listAnswer, proposalAnswer } from './wire.ts'

const tag = 'Approvals'
const params = z.object({ id: z.string().max(100) })
const reason = z.string().max(2000)
/** How far back `done` looks. */
const newest = 200

/** The inbox, one proposal, and what may be done about it. Each proposal's own act and place say who may. */
export function approvalRoutes(parts: ShowParts & { readonly gate: ApprovalGate }): readonly Route[] {
  const { desk, kinds, store, gate, now } = parts

  function concerns(proposal: Proposal, caller: Caller): boolean {
    const person = personOf(caller)
    const { act, place, proposedBy, decision } = proposal
    if ([proposedBy.actor.id, decision?.by?.actor.id].includes(person.accountId)) return true
    if (gate.approvingGrantFor(person, act, place) !== undefined) return true
    return gate.grantFor(person, 'history.read', place) !== undefined
  }

  async function find(id: string, caller: Caller): Promise<Outcome<Opened>> {
    const proposal = await store.find(id)
    if (proposal === undefined || !concerns(proposal, caller)) return refuse(approvalRefusals.unknown)
    return accept(kinds.open(proposal))
  }

  const isWaiting = (caller: Caller) => (proposal: Proposal) =>
    mayDecide(proposal, { ...desk.deciderOf({ proposal }, caller).by, device: '' }, now()).ok

  async function answer(opened: Opened, caller: Caller, decided: Outcome<Proposal>) {
    return decided.ok ? accept(await shownProposal({ ...opened, proposal: decided.value }, caller, parts)) : decided
  }

  return [
    route({
      method: 'GET',
      path: '/api/approvals',
      act: 'signed-in',
      tag,
      summary: 'What waits for this person, what they proposed, and what was decided',
      response: listAnswer,
      async handler({ caller }) {
        const open = await store.listIn('proposed')
        const { accountId } = personOf(caller)
        const isOpen = (proposal: Proposal) => stateAt(proposal, now()) === 'proposed'
        const isMine = ({ proposedBy }: Proposal) => proposedBy.actor.id === accountId
        const done = (await store.listNewest(newest)).filter((each) => !isOpen(each) && concerns(each, caller))
        const listed = (list: readonly Proposal[]) => list.map((each) => listedProposal(each, parts))
        const waiting = open.filter(isWaiting(caller)).sort((a, b) => a.lapsesAt.getTime() - b.lapsesAt.getTime())
        return accept({
          waiting: listed(waiting),
          mine: listed(open.filter((each) => isOpen(each) && isMine(each))),
          done: listed(done),
        })
      },
    }),
    route({
      method: 'GET',
      path: '/api/approvals/waiting',
      act: 'signed-in',
      tag,
      summary: 'How many proposals wait for this person',
      response: countAnswer,
      async handler({ caller }) {
        return accept({ waiting: (await store.listIn('proposed')).filter(isWaiting(caller)).length })
      },
    }),
    route({
      method: 'GET',
      path: '/api/approvals/:id',
      act: 'signed-in',
      tag,
      summary: 'One proposal: what would happen now, who proposed it, and whether this person may decide',
      params,
      response: proposalAnswer,
      async handler({ params, caller }) {
        const found = await find(params.id, caller)
        return found.ok ? accept(await shownProposal(found.value, caller, parts)) : found
      },
    }),
    route({
      method: 'POST',
      path: '/api/approvals/:id/approval',
      act: 'signed-in',
      tag,
      summary: 'Approve what was shown, and have it carried out',
      params,
      body: z.object({ previewSha256: z.string().regex(/^[0-9a-f]{64}$/) }),
      response: proposalAnswer,
      async handler({ params, body, caller }) {
        const found = await find(params.id, caller)
        if (!found.ok) return found
        return answer(found.value, caller, await desk.approve(found.value, caller, body.previewSha256))
      },
    }),
    route({
      method: 'POST',
      path: '/api/approvals/:id/return',
      act: 'signed-in',
      tag,
      summary: 'Return a proposal with a reason, so that it can be mended',
      params,
      body: z.object({ reason }),
      response: proposalAnswer,
      async handler({ params, body, caller }) {
        const found = await find(params.id, caller)
        if (!found.ok) return found
        return answer(found.value, caller, await desk.giveBack(found.value, caller, body.reason))
      },
    }),
    route({
      method: 'POST',
      path: '/api/approvals/:id/withdrawal',
      act: 'signed-in',
      tag,
      summary: 'Take one’s own proposal back',
      params,
      body: z.object({ reason: reason.optional() }),
      response: proposalAnswer,
      async handler({ params, body, caller }) {
        const found = await find(params.id, caller)
        if (!found.ok) return found
        return answer(found.value, caller, await desk.withdraw(found.value, caller, body.reason ?? ''))
      },
    }),
  ]
}
