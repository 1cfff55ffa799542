import { accept, refuse, type Outcome } from '@intikhab/kernel/refusal'
import type { Text } from '@intikhab/kernel/language'
import type { Proposal } from './proposal.ts'
import { approvalRefusals } from './refusals.ts'
import { isStorable } from './storable.ts'
import type { WeightyAct } from './weighty-act.ts'

/** A proposal with the act behind it; `payload` is parsed. */
export interface Opened {
  readonly proposal: Proposal
  readonly act: WeightyAct<unknown>
  readonly payload: unknown
}

/** The weighty acts of the house, as the systems defined them. */
export interface Kinds {
  /** Throws where the kind is defined already: a bug. */
  define<P>(act: WeightyAct<P>): void
  /** Throws where nobody defined it: a bug. */
  get(kind: string): WeightyAct<unknown>
  /** Its name; the kind itself for one that an earlier version of the house knew. */
  titleOf(kind: string): Text
  /** Reads a payload. Refuses `bad-payload`. */
  parse(kind: string, payload: unknown): Outcome<unknown>
  open(proposal: Proposal): Opened
}

export function createKinds(): Kinds {
  const kinds = new Map<string, WeightyAct<unknown>>()

  function get(kind: string): WeightyAct<unknown> {
    const act = kinds.get(kind)
    if (act === undefined) throw new Error(`nobody defined the weighty act ${kind}`)
    return act
  }

  return {
    define(act) {
      if (kinds.has(act.kind)) throw new Error(`the weighty act ${act.kind} is defined twice`)
      kinds.set(act.kind, act)
    },
    get,
    titleOf: (kind) => kinds.get(kind)?.title ?? { en: kind, ur: kind },
    parse(kind, payload) {
      const parsed = get(kind).payload.safeParse(payload)
      return parsed.success && isStorable(payload) ? accept(parsed.data) : refuse(approvalRefusals['bad-payload'])
    },
    open(proposal) {
      const act = get(proposal.kind)
      const parsed = act.payload.safeParse(proposal.payload)
      if (!parsed.success) throw new Error(`the payload of ${proposal.id} (${proposal.kind}) cannot be read any more`)
      return { proposal, act, payload: parsed.data }
    },
  }
}
