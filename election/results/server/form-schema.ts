import { z } from 'zod'
import type { Form, Form45, Form46 } from '../core/bundle.ts'

/** No station has as many of anything; one 2018 form claims more than a million voters. */
const count = z.int().min(0).max(9_999_999)
const voters = { male: count, female: count, total: count }

const header = {
  electionId: z.string().min(1).max(60),
  contestId: z.string().min(1).max(12),
  stationId: z.string().min(1).max(20),
  stationNumber: z.int().min(1).max(99_999),
  madeAt: z.iso.datetime(),
  sequence: z.literal(1),
  imageSha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .optional(),
  asOnPaper: z.literal(true).optional(),
}

const form45 = z.strictObject({
  form: z.literal('45'),
  ...header,
  registered: z.strictObject(voters),
  candidates: z
    .array(
      z.strictObject({
        serial: z.int().min(1).max(1000),
        valid: count,
        tendered: count,
        challenged: count,
        total: count,
      }),
    )
    .max(1000),
  validTotal: count,
  excluded: count,
  polled: z.strictObject({ ...voters, other: count }),
  presidingOfficer: z.strictObject({ designation: z.string().max(100) }),
  agents: z.strictObject({
    present: z.int().min(0).max(1000),
    signed: z.int().min(0).max(1000),
    refused: z.array(z.enum(['disputes-count', 'not-asked', 'left-early', 'no-reason-given', 'other'])).max(1000),
  }),
})

const form46 = z.strictObject({
  form: z.literal('46'),
  ...header,
  received: count,
  unissued: count,
  outOfBox: count,
  tendered: count,
  challenged: count,
  spoilt: count,
  missing: count,
})

const formSchema = z.discriminatedUnion('form', [form45, form46])

/** Figures of a correction; the same limits as on the station's form. */
export const countFiguresSchema = form45.pick({
  registered: true,
  candidates: true,
  validTotal: true,
  excluded: true,
  polled: true,
})

export const accountFiguresSchema = form46.pick({
  received: true,
  unissued: true,
  outOfBox: true,
  tendered: true,
  challenged: true,
  spoilt: true,
  missing: true,
})

/** Parses a form's JSON; undefined for anything that is no Form-45 or 46, with the field that was wrong first. */
export function parseForm(value: unknown): { form: Form } | { field: string } {
  const parsed = formSchema.safeParse(value)
  if (!parsed.success) return { field: (parsed.error.issues[0]?.path ?? []).map(String).join('/') }
  // Absent optional fields are absent, never undefined: the text came out of JSON.
  return { form: parsed.data as Form45 | Form46 }
}
