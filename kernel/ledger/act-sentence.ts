import type { MessageValue, Text } from '@intikhab/kernel/language'
import type { LedgerAct } from './act.ts'

/**
 * How a person reads one kind of act: an ICU message over `who` (office and place of the actor), `subject`, and every
 * text, number and truth value of the act's `detail` by its own name.
 */
export interface ActSentence extends Text {
  /** What the message says besides: parts of the detail that are lists or objects, and codes in words. */
  readonly values?: (detail: LedgerAct['detail']) => Readonly<Record<string, MessageValue | Text>>
}

/**
 * The acts that a system enters in the ledger, each with its sentence: one list a system, in `core/acts.ts`, handed out
 * by its face and collected in `apps/server/act-sentences.ts`. An act without a sentence fails the test there.
 */
export type ActSentences<A extends string = string> = Readonly<Record<A, ActSentence>>
