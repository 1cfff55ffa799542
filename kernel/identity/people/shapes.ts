import { z } from 'zod'
import { allRoles } from '../rights/roles.ts'
import type { Grant, Role, Scope } from '../rights/person.ts'

/** Shapes at the edge of the register of people, in and out. */

const electionId = z.string().min(1).max(60).optional()

export const scopeShape: z.ZodType<Scope> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('national'), electionId }),
  z.object({
    kind: z.enum(['province', 'region', 'district', 'constituency', 'station', 'agency']),
    // A place has no `@`: it stands between place and election in the keys of the tree.
    code: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9./-]{0,59}$/),
    electionId,
  }),
]) as z.ZodType<Scope>

/** Always with milliseconds: instants are compared as text. */
const instant = z.iso.datetime().transform((text) => new Date(text).toISOString())

export const grantShape = z.object({
  role: z.enum(allRoles as readonly [Role, ...Role[]]),
  scope: scopeShape,
  from: instant.optional(),
  until: instant.optional(),
}) as unknown as z.ZodType<Grant>

/** A name as people write it: no line breaks, no invisible letters. */
export const personName = z
  .string()
  .trim()
  .min(2)
  .max(120)
  .regex(/^[^\p{C}]+$/u)

/** What is typed to sign in: letters and digits of any script, point, hyphen and low line. */
export const signInName = z
  .string()
  .trim()
  .min(3)
  .max(64)
  .regex(/^[\p{L}\p{N}][\p{L}\p{M}\p{N}._-]*$/u)

export const reasonText = z
  .string()
  .trim()
  .min(3)
  .max(1000)
  .regex(/^[^\0]+$/)
