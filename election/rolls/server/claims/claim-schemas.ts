import { findBlockCode, type BlockCode } from '@intikhab/delimitation'
import { westernDigits } from '@intikhab/kernel/language'
import { karachiDate, parseLegalDate } from '@intikhab/law'
import { z } from 'zod'
import { claimOutcomes, noticeWays } from '../../core/claims/claim.ts'
import { correctableFields, objectionGrounds } from '../../core/claims/claim-content.ts'
import { doorFindings } from '../../core/claims/door.ts'
import { parseCnic, type Cnic } from '../../core/identifiers.ts'
import { addressKinds, genders, relations } from '../../core/register/voter.ts'
import { damaged, longestLife } from '../../core/registry-feed/read-record.ts'
import { urduText } from '../../core/registry-feed/urdu-text.ts'

/** Text that people type, without invisible marks at its ends. */
const text = (least: number, most: number) => z.string().trim().normalize('NFC').min(least).max(most)
/** What the register keeps in Urdu: with the same letters from whichever keyboard, as what the civil registry sends. */
const urdu = (least: number, most: number) =>
  z
    .string()
    .max(2 * most)
    .transform(urduText)
    .pipe(
      z
        .string()
        .min(least)
        .max(most)
        .refine((value) => !damaged.test(value), 'a letter that is none'),
    )
export const dayField = z.string().refine((value) => parseLegalDate(value) !== undefined, 'no day of the calendar')
/** Somebody's date of birth: today at the latest, and within a life. */
const birthField = (now: () => Date) =>
  dayField.refine((day) => {
    const today = karachiDate(now())
    return day <= today && Number(today.slice(0, 4)) - Number(day.slice(0, 4)) <= longestLife
  }, 'nobody who lives was born on this day')
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
const address = z.strictObject({ textUr: urdu(3, 300), block: blockField.nullable() })

const statement = text(0, 2000)

const registrationSchema = (now: () => Date) =>
  z
    .strictObject({
      purpose: z.literal('registration'),
      person: z.strictObject({
        nameUr: urdu(0, 80),
        nameEn: text(0, 80),
        relation,
        relationNameUr: urdu(0, 80),
        gender,
        dateOfBirth: birthField(now),
        disabled: z.boolean(),
      }),
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
    })

const objectionSchema = z.strictObject({
  purpose: z.literal('objection'),
  ground: z.enum(objectionGrounds),
  block: blockField,
  gender,
  serial: z.int().min(1).max(999_999),
  name: text(0, 80),
  statement,
})

const correctionSchema = (now: () => Date) =>
  z.strictObject({
    purpose: z.literal('correction'),
    corrections: z
      .strictObject({
        nameUr: urdu(2, 80).exactOptional(),
        nameEn: text(2, 80).exactOptional(),
        relationNameUr: urdu(2, 80).exactOptional(),
        relation: relation.exactOptional(),
        gender: gender.exactOptional(),
        dateOfBirth: birthField(now).exactOptional(),
        disabled: z.boolean().exactOptional(),
      })
      .refine((value) => Object.keys(value).length > 0, 'nothing is to be corrected'),
    statement,
  })

/** A claim as it is handed in now, at a counter or over the web. */
export const lodgeSchema = (now: () => Date) =>
  z.strictObject({
    claimant: z.strictObject({
      cnic: cnicField,
      name: text(2, 80),
      phone: text(0, 20),
      representative: z.strictObject({ cnic: cnicField, name: text(2, 80) }).nullable(),
    }),
    content: z.discriminatedUnion('purpose', [registrationSchema(now), objectionSchema, correctionSchema(now)]),
  })

const at = z.iso.datetime()
const room = text(2, 200)
const present = z.strictObject({ claimant: z.boolean(), concerned: z.boolean() })

/** What an officer does with a claim, short of deciding it. */
export const stepSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('completed'),
    completion: z.strictObject({
      nameUr: urdu(2, 80).exactOptional(),
      nameEn: text(2, 80).exactOptional(),
      relationNameUr: urdu(2, 80).exactOptional(),
      permanentUr: urdu(3, 300).exactOptional(),
      otherUr: urdu(3, 300).exactOptional(),
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
