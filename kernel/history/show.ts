import { hashReason, type KeptReason, type LedgerAct, type LedgerActor } from '@intikhab/kernel/ledger'
import { tellAct, tellActor, type SentencesOfSystems } from './tell.ts'
import type { ShownActor, ShownEntry } from './wire.ts'

/** What the register knows beside the ledger, asked for one reader. */
export interface Beside {
  readonly sentences: SentencesOfSystems
  /** The reason of an act as its system keeps it; undefined where it keeps none, or no longer. */
  findReason(act: LedgerAct): Promise<KeptReason | undefined>
  /** The name of an account, if the reader may see it. */
  findName(accountId: string): Promise<string | undefined>
}

/** Completes an entry with what the register says: names and reasons stand there and never in the ledger. */
export async function showEntry(leaf: number, act: LedgerAct, beside: Beside): Promise<ShownEntry> {
  const { system, subject, changes = [], section = null, approval, madeAt, arrivedAt, reasonHash } = act
  return {
    leaf,
    sentence: tellAct(act, beside.sentences),
    system,
    act: act.act,
    subject,
    actor: await showActor(act.actor, beside),
    changes: changes.map(({ record, before, after }) => ({ record, before, after })),
    reason: reasonHash === undefined ? null : await showReason(act, reasonHash, beside),
    section,
    approval:
      approval === undefined
        ? null
        : {
            id: approval.id,
            approvedAt: approval.approvedAt,
            proposedBy: await showActor(approval.proposedBy, beside),
            approvedBy: await showActor(approval.approvedBy, beside),
          },
    madeAt,
    arrivedAt,
  }
}

async function showActor(actor: LedgerActor, { findName }: Beside): Promise<ShownActor> {
  const { kind, id, device = null } = actor
  const name = kind === 'account' ? ((await findName(id)) ?? null) : null
  return { kind, id, office: tellActor(actor), name, device }
}

async function showReason(act: LedgerAct, hash: string, { findReason }: Beside): Promise<ShownEntry['reason']> {
  const kept = await findReason(act)
  if (kept === undefined) return { words: null, agrees: null, hash }
  return { words: kept.words, agrees: hashReason(kept.words, kept.salt) === hash, hash }
}
