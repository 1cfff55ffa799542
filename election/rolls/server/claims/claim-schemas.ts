import { findBlockCode, type BlockCode } from '@intikhab/delimitation'
import { westernDigits } from '@intikhab/kernel/language'
import { parseLegalDate } from '@intikhab/law'
import { z } from 'zod'
import { claimOutcomes, noticeWays } from '../../core/claims/claim.ts'
import { correctableFields, objectionGrounds } from '../../core/claims/claim-content.ts'
import { doorFindings } from '../../core/claims/door.ts'
import { parseCnic, type Cnic } from '../../core/identifiers.ts'
import { addressKinds, genders, relations } from '../../core/register/voter.ts'

/** Text that people type, without invisible marks at its ends. */
const text = (least: number, most: number) => z.string().trim().normalize('NFC').min(least).max(most)
export const dayField = z.string().refine((value) => parseLegalDate(value) !== undefined, 'no day of the calendar')
export const reasonField = text(10, 2000)

/** A CNIC as people type it: digits of three scripts, dashes and spaces anywhere. */
export const cnicField: z.ZodType<Cnic, string> = z
  .string()
  .max(60)
  .transform((typed, context) => {
    const bare = westernDigits(typed.normalize('NFKC')).replaceAll(/[\s\p{Cf}\p{Pd}._]/gu, '')
    const cnic = parseCnic(bare)
    if (cnic === undefined) context.addIssue({ code: 'custom', message: 'a CNIC has 13 digits' })
    return cnic ?? ('' as Cnic)
  })

export const blockField: z.ZodType<BlockCode, string> = z
  .string()
  .max(30)
  .transform((typed, context) => {
    const block = findBlockCode(westernDigits(typed).replaceAll(/[\s\p{Cf}\p{Pd}]/gu, ''))
    if (block === undefined) context.addIssue({ code: 'custom', message: 'a census block has 9 digits' })
    return block ?? ('' as BlockCode)
  })

const gender = z.enum(genders)
const relation = z.enum(relations)
const address = z.strictObject({ textUr: text(3, 300), block: blockField.nullable() })

const person = z.strictObject({
  nameUr: text(0, 80),
  nameEn: text(0, 80),
  relation,
  relationNameUr: text(0, 80),
  gender,
  dateOfBirth: dayField,
  disabled: z.boolean(),
})

const corrections = z
  .strictObject({
    nameUr: text(2, 80).exactOptional(),
    nameEn: text(2, 80).exactOptional(),
    relationNameUr: text(2, 80).exactOptional(),
    relation: relation.exactOptional(),
    gender: gender.exactOptional(),
    dateOfBirth: dayField.exactOptional(),
    disabled: z.boolean().exactOptional(),
  })
  .refine((value) => Object.keys(value).length > 0, 'nothing is to be corrected')

const statement = text(0, 2000)

const contentSchema = z.discriminatedUnion('purpose', [
  z
    .strictObject({
      purpose: z.literal('registration'),
      person,
      chosen: z.enum(addressKinds),
      permanent: address,
      other: address.nullable(),
    })
    .refine(({ chosen, other }) => (chosen === 'permanent') === (other === null), {
      path: ['other'],
      message: 'the chosen address is one of the card, or the place of posting',
    })
    .refine(({ person: { nameUr, nameEn } }) => nameUr !== '' || nameEn !== '', {
      path: ['person', 'nameUr'],
      message: 'a name is wanted',
    }),
  z.strictObject({
    purpose: z.literal('objection'),
    ground: z.enum(objectionGrounds),
    block: blockField,
    gender,
    serial: z.int().min(1).max(999_999),
    name: text(0, 80),
    statement,
  }),
  z.strictObject({ purpose: z.literal('correction'), corrections, statement }),
])

/** A claim as it is handed in, at a counter or over the web. */
export const lodgeSchema = z.strictObject({
  claimant: z.strictObject({
    cnic: cnicField,
    name: text(2, 80),
    phone: text(0, 20),
    representative: z.strictObject({ cnic: cnicField, name: text(2, 80) }).nullable(),
  }),
  content: contentSchema,
})

const at = z.iso.datetime()
const room = text(2, 200)
const present = z.strictObject({ claimant: z.boolean(), concerned: z.boolean() })

/** What an officer does with a claim, short of deciding it. */
export const stepSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('completed'),
    completion: z.strictObject({
      nameUr: text(2, 80).exactOptional(),
      nameEn: text(2, 80).exactOptional(),
      relationNameUr: text(2, 80).exactOptional(),
      permanentBlock: blockField.exactOptional(),
      otherBlock: blockField.exactOptional(),
    }),
  }),
  z.strictObject({ kind: z.literal('hearing-set'), hearing: z.strictObject({ at, room }), waived: z.boolean() }),
  z.strictObject({ kind: z.literal('notice-served'), way: z.enum(noticeWays), on: dayField }),
  z.strictObject({
    kind: z.literal('adjourned'),
    present,
    reason: reasonField,
    hearing: z.strictObject({ at, room }),
  }),
  z.strictObject({ kind: z.literal('heard'), present, record: text(3, 4000) }),
  z.strictObject({ kind: z.literal('withdrawn'), reason: reasonField }),
  z.strictObject({ kind: z.literal('lapsed'), reason: reasonField }),
  z.strictObject({ kind: z.literal('appeal-noted'), court: text(2, 200), reference: text(1, 100) }),
])

export const decisionSchema = z.strictObject({
  outcome: z.enum(claimOutcomes),
  reasons: reasonField,
  granted: z.array(z.enum(correctableFields)).max(correctableFields.length).nullable(),
  /** Number of an order of the Commission, while the roll is frozen. */
  under: text(1, 60).nullable(),
})

/** What the officials found at the doors of a list. */
export const returnsSchema = z.strictObject({
  official: text(2, 80),
  visitedOn: dayField,
  returns: z
    .array(z.strictObject({ line: z.int().min(1), finding: z.enum(doorFindings), note: text(0, 300) }))
    .min(1)
    .max(5000),
})

export type DecisionRequest = z.infer<typeof decisionSchema>
export type DoorReturns = z.infer<typeof returnsSchema>
