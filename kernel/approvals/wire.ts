/** What the routes of this room give, as schemas: the documentation, and the shapes for the screens. */
import { z } from 'zod'

const text = z.object({ en: z.string(), ur: z.string() })
const instant = z.string().meta({ description: 'ISO 8601, UTC' })
const state = z.enum(['proposed', 'approved', 'carried-out', 'failed', 'returned', 'withdrawn', 'lapsed'])
const problem = z.object({ code: z.string(), en: z.string(), ur: z.string() })
const party = z.object({ name: z.string(), role: z.string().nullable(), office: z.string().nullable() })

const value = z.union([z.string(), text]).nullable()
const preview = z.object({
  subject: z.string(),
  sentence: text,
  counts: z.array(z.object({ label: text, before: z.number().nullable(), after: z.number().nullable() })).readonly(),
  differences: z.array(z.object({ field: text, before: value, after: value })).readonly(),
  section: z.string().optional(),
  document: z.object({ title: text, mediaType: z.string(), href: z.string(), sha256: z.string() }).optional(),
})

/** Answer of every weighty route, with status 202. */
export const proposedAnswer = z.object({
  approvalId: z.string(),
  state: z.literal('proposed'),
  lapsesAt: instant,
  preview,
})

const listed = z.object({
  id: z.string(),
  title: text,
  sentence: text,
  state,
  proposedBy: party,
  proposedAt: instant,
  lapsesAt: instant,
  hoursLeft: z.int().meta({ description: 'Whole hours until it lapses; 0 in the last one, and afterwards' }),
})

export const listAnswer = z.object({
  waiting: z
    .array(listed)
    .readonly()
    .meta({ description: 'Open, and this person may decide; what lapses first, first' }),
  mine: z.array(listed).readonly().meta({ description: 'Open, and proposed by this person' }),
  done: z.array(listed).readonly().meta({ description: 'Decided or lapsed, the newest first' }),
})

export const countAnswer = z.object({ waiting: z.int() })

export const proposalAnswer = listed.extend({
  act: z.string(),
  reason: z.string(),
  preview: preview.meta({ description: 'Of this moment while it is open; as it was approved afterwards' }),
  previewSha256: z.string().meta({ description: 'To be sent with the approval: what was seen' }),
  hasChanged: z.boolean().meta({ description: 'The preview is no longer the one that was proposed' }),
  obstacle: problem.nullable().meta({ description: 'Why it could not be done now, where it could not' }),
  mayDecide: z.boolean(),
  whyNot: problem.nullable(),
  mayWithdraw: z.boolean(),
  decision: z.object({ by: party.nullable(), at: instant, reason: z.string() }).nullable(),
  actLeaf: z.int().nullable().meta({ description: 'Where the act itself stands in the ledger, once it has its place' }),
  progress: z
    .object({ step: text, done: z.number(), of: z.number() })
    .nullable()
    .meta({ description: 'How far an act that takes long has come' }),
  failure: problem.nullable(),
  done: z.unknown().meta({ description: 'What the act answered when it was carried out' }),
  steps: z
    .array(z.object({ state, at: instant, by: party.nullable(), entryId: z.int(), leaf: z.int().nullable() }))
    .readonly(),
})

/** One proposal in a list, as the screens get it. */
export type ListedProposal = z.infer<typeof listed>
/** The three lists. */
export type ProposalLists = z.infer<typeof listAnswer>
/** One proposal whole. */
export type ShownProposal = z.infer<typeof proposalAnswer>
