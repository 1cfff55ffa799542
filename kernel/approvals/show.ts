import type { JsonValue, Ledger } from '@intikhab/kernel/ledger'
import { problemOf, type Caller } from '@intikhab/kernel/http'
import type { Refusal } from '@intikhab/kernel/refusal'
import { mayDecide, stateAt, withdraw } from './decide.ts'
import type { Desk } from './desk.ts'
import type { Kinds, Opened } from './kinds.ts'
import { personOf } from './parties.ts'
import { previewHash, type Party, type Proposal } from './proposal.ts'
import type { createProposalStore } from './store.ts'
import type { ListedProposal, ShownProposal } from './wire.ts'

/** What showing a proposal needs. */
export interface ShowParts {
  readonly desk: Desk
  readonly kinds: Kinds
  readonly store: ReturnType<typeof createProposalStore>
  readonly ledger: Pick<Ledger, 'leafOf'>
  readonly now: () => Date
}

function partyShown({ name, actor: { role, office } }: Party) {
  return { name, role: role ?? null, office: office ?? null }
}

function problemShown(refusal: Refusal) {
  const { code, title, titleUr } = problemOf(refusal)
  return { code, en: title, ur: titleUr }
}

/** The act's own ledger entry, where what it answered names one. */
function ownEntry(done: JsonValue): readonly number[] {
  if (typeof done !== 'object' || done === null || !('entryId' in done)) return []
  return typeof done.entryId === 'number' ? [done.entryId] : []
}

/** A proposal as one line of a list, in the state of this moment. */
export function listedProposal(proposal: Proposal, { kinds, now }: Pick<ShowParts, 'kinds' | 'now'>): ListedProposal {
  const { id, kind, preview, proposedBy, proposedAt, lapsesAt } = proposal
  return {
    id,
    title: kinds.titleOf(kind),
    sentence: (proposal.decision?.approved ?? preview).sentence,
    state: stateAt(proposal, now()),
    proposedBy: partyShown(proposedBy),
    proposedAt: proposedAt.toISOString(),
    lapsesAt: lapsesAt.toISOString(),
    hoursLeft: Math.max(0, Math.floor((lapsesAt.getTime() - now().getTime()) / 3_600_000)),
  }
}

/** A proposal whole, with what would happen now and what this person may do about it. */
export async function shownProposal(opened: Opened, caller: Caller, parts: ShowParts): Promise<ShownProposal> {
  const { proposal } = opened
  const { desk, ledger, store, now } = parts
  const at = now()
  const isOpen = stateAt(proposal, at) === 'proposed'
  const current = isOpen ? await opened.act.preview(opened.payload) : undefined
  const preview = current?.ok === true ? current.value : (proposal.decision?.approved ?? proposal.preview)
  const may = mayDecide(proposal, desk.deciderOf(opened, caller).by, at)
  const steps = await store.listSteps(proposal.id)
  const { decision, result } = proposal
  const done = result !== null && 'done' in result ? result.done : null
  const own = ownEntry(done)
  const leaves = await ledger.leafOf([...steps.map(({ entryId }) => entryId), ...own])
  return {
    ...listedProposal(proposal, parts),
    act: proposal.act,
    sentence: preview.sentence,
    reason: proposal.reason,
    preview,
    previewSha256: previewHash(preview),
    hasChanged: previewHash(preview) !== previewHash(proposal.preview),
    obstacle: current?.ok === false ? problemShown(current.refusal) : null,
    mayDecide: may.ok,
    whyNot: may.ok ? null : problemShown(may.refusal),
    mayWithdraw: withdraw(proposal, personOf(caller).accountId, at).ok,
    decision: decision && {
      by: decision.by && partyShown(decision.by),
      at: decision.at.toISOString(),
      reason: decision.reason,
    },
    progress: desk.progressOf(proposal.id),
    failure: result !== null && 'refused' in result ? result.refused : null,
    actLeaf: own.flatMap((entryId) => leaves.get(entryId) ?? [])[0] ?? null,
    done,
    steps: steps.map(({ state, at, by, entryId }) => ({
      state,
      at: at.toISOString(),
      by: by && partyShown(by),
      entryId,
      leaf: leaves.get(entryId) ?? null,
    })),
  }
}
