/** What the programme's routes take and give, as schemas: the edge at which input is parsed, and the documentation. */
import { stageCodes } from '@intikhab/law'
import type { StageCode } from '@intikhab/law'
import { z } from 'zod'
import { assemblyCodes } from '../core/election.ts'

const day = z.string().meta({ description: 'YYYY-MM-DD, a day in Asia/Karachi', examples: ['2018-07-25'] })
const text = z.object({ en: z.string(), ur: z.string() })
const stage = z.enum(stageCodes)
const instant = z.string().meta({ description: 'ISO 8601, UTC' })

/** Dates by stage, unread: which of them does not exist is the programme's own refusal. */
const stages = z.object(Object.fromEntries(stageCodes.map((code) => [code, day])) as Record<StageCode, typeof day>)

export const electionParams = z.object({ id: z.string() })

const proposal = {
  stages,
  holidays: z
    .array(z.string())
    .max(200)
    .optional()
    .meta({ description: 'Days that count as holidays; those of the version in force where left out' }),
  reason: z.string().max(2000),
  orderReference: z
    .string()
    .max(200)
    .nullish()
    .meta({ description: 'Order of the Commission under s.58, where the programme gives less time than the law' }),
}

export const announceBody = z.object({
  id: z.string().meta({ examples: ['general-election-2018'] }),
  nameEn: z.string().trim().min(1).max(200),
  nameUr: z.string().trim().min(1).max(200),
  kind: z.enum(['general', 'by-election']),
  packId: z.string().meta({ examples: ['elections-act-2017@2023-08'] }),
  assemblies: z
    .array(z.enum(assemblyCodes))
    .min(1)
    .refine((codes) => new Set(codes).size === codes.length, 'an assembly is named twice'),
  ...proposal,
})

export const changeBody = z.object({
  basedOn: z.int().min(1).meta({ description: 'The version that the change was made from' }),
  ...proposal,
})

const finding = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('shorter-than-law'),
    stage,
    from: stage,
    days: z.int(),
    lawDays: z.int(),
    shortBy: z.int(),
    section: z.string().nullable(),
    unconfirmed: z.boolean(),
  }),
  z.object({ kind: z.literal('out-of-order'), stage, from: stage }),
  z.object({ kind: z.literal('on-holiday'), stage, date: day }),
])

const check = z.object({
  findings: z.array(finding).readonly(),
  total: z.object({
    days: z.int(),
    minimumDays: z.int(),
    kept: z.boolean(),
    section: z.string().nullable(),
    unconfirmed: z.boolean(),
  }),
})

const stageChange = z.object({
  stage,
  from: day,
  to: day,
  movedBy: z.int(),
  daysBefore: z.int().nullable(),
  daysAfter: z.int().nullable(),
  lawDays: z.int().nullable(),
})

const change = z.object({
  changes: z.array(stageChange).readonly(),
  check,
  orderRequired: z.boolean(),
  orderReference: z.string().nullable(),
  allowed: z.boolean(),
})

const refusal = z.object({
  code: z.string(),
  en: z.string(),
  ur: z.string(),
  section: z.string().nullable(),
  field: z.string().nullable(),
  figures: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
})

export const previewAnswer = z.object({ change, refusal: refusal.nullable() })

const published = z.object({
  version: z.int(),
  madeAt: instant,
  reason: z.string(),
  orderReference: z.string().nullable(),
  approvalId: z.string().nullable(),
  holidays: z.array(day).readonly(),
  stages: z
    .array(
      z.object({
        stage,
        name: text,
        date: day,
        count: z
          .object({
            from: stage,
            days: z.int(),
            lawDays: z.int(),
            section: z.string().nullable(),
            unconfirmed: z.boolean(),
          })
          .nullable(),
      }),
    )
    .readonly(),
  check,
  changes: z.array(stageChange).readonly(),
})

export const versionsAnswer = z.object({ versions: z.array(published).readonly() })

const summary = { id: z.string(), kind: z.enum(['general', 'by-election']), name: text, pollDate: day }

export const electionsAnswer = z.object({
  elections: z
    .array(z.object({ ...summary, packId: z.string(), assemblies: z.array(z.enum(assemblyCodes)).readonly() }))
    .readonly(),
})

const datum = z.union([z.number(), z.boolean(), z.string(), z.null(), z.array(z.string()).readonly()])

const legalValue = z.object({
  path: z.string(),
  group: text,
  label: text,
  unit: z.string(),
  value: datum,
  section: z.string().nullable(),
  source: z.string(),
  mark: z.string(),
  unconfirmed: z.boolean(),
  note: text.optional(),
})

const clockState = z.object({
  state: z.enum(['not-started', 'before', 'due', 'late', 'done']),
  remainingMs: z.int().optional(),
  lateByMs: z.int().optional(),
})

/** The election as in its edition, without the history, and where it stands now. */
export const electionAnswer = z.object({
  election: z.object({
    ...summary,
    assemblies: z.array(z.object({ code: z.enum(assemblyCodes), name: text })).readonly(),
  }),
  pack: z.object({ id: z.string(), name: text, act: text }),
  inForce: published,
  phases: z
    .array(z.object({ code: z.string(), name: text, firstDay: day.nullable(), lastDay: day.nullable() }))
    .readonly(),
  clocks: z
    .array(
      z.object({
        code: z.string(),
        name: text,
        dueAt: instant.nullable(),
        section: z.string().nullable(),
        unconfirmed: z.boolean(),
      }),
    )
    .readonly(),
  law: z.array(legalValue).readonly(),
  now: z.object({
    at: instant,
    phase: z.object({ code: z.string(), lastDay: day.nullable() }),
    clocks: z.array(z.object({ code: z.string(), status: clockState })).readonly(),
  }),
})
