import { z } from 'zod'
import { longestKey } from './keys.ts'

const text = z.object({ en: z.string(), ur: z.string() })
const hash = z.string().nullable()
const natural = z.number().int().min(0)

const shownActor = z.object({
  kind: z.enum(['device', 'account', 'system']),
  id: z.string(),
  /** Office and place, in words. */
  office: text,
  /** Out of the register, for who may see the account; null for anybody else. */
  name: z.string().nullable(),
  device: z.string().nullable(),
})
export type ShownActor = z.infer<typeof shownActor>

const shownEntry = z.object({
  /** Place in the tree: the address of its proof. */
  leaf: natural,
  sentence: text,
  system: z.string(),
  act: z.string(),
  subject: z.string(),
  actor: shownActor,
  changes: z.array(z.object({ record: z.string(), before: hash, after: hash })),
  reason: z
    .object({
      /** Null where the register no longer has the words, or they cannot be looked up. */
      words: z.string().nullable(),
      /** Whether the words are those of the fingerprint; null without words. */
      agrees: z.boolean().nullable(),
      hash: z.string(),
    })
    .nullable(),
  section: z.string().nullable(),
  approval: z
    .object({ id: z.string(), proposedBy: shownActor, approvedBy: shownActor, approvedAt: z.string() })
    .nullable(),
  madeAt: z.string(),
  arrivedAt: z.string(),
})
export type ShownEntry = z.infer<typeof shownEntry>

/** The newest entries about something. */
export const historyAnswer = z.object({
  about: z.string(),
  entries: z.array(shownEntry),
  /** To be asked for as `before`; null where nothing older is there. */
  next: natural.nullable(),
  /** Entries of the ledger that were looked through. */
  size: natural,
})
export type HistoryAnswer = z.infer<typeof historyAnswer>

export const historyQuery = z.object({
  about: z
    .string()
    .trim()
    .min(1)
    .max(longestKey)
    // A folder's slash at the end of a copied address says nothing.
    .transform((typed) => typed.normalize('NFC').replace(/\/+$/, ''))
    .refine((typed) => typed !== ''),
  before: z.coerce.number().int().min(0).optional(),
})
