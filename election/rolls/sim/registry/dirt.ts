import type { RecordOutcome, RefusedReason, VerifyReason } from '../../core/registry-feed/reasons.ts'
import { formatCnic } from '../../core/identifiers.ts'
import type { Random } from './random.ts'

/** A card as a record of a batch: what the fields are, before dirt. */
export type CardFields = Readonly<Record<string, unknown>> & {
  readonly cnic: string
  readonly nameUr: string
  readonly gender: string
  readonly permanent: { readonly ur: string; readonly block: string }
}

interface Dirt {
  /** What a card so spoilt ends as; null where the register sees through it. */
  readonly ends: { readonly outcome: RecordOutcome; readonly reason: RefusedReason | VerifyReason } | null
  /** Only a card of somebody who is on the roll can be spoilt so. */
  readonly onlyKnown?: true
  spoil(fields: CardFields, random: Random): unknown
}

const refusedFor = (reason: RefusedReason) => ({ outcome: 'refused', reason }) as const
const urduDigits = (text: string) => text.replace(/\d/g, (digit) => String.fromCodePoint(0x6f0 + Number(digit)))
const arabicLetters = (text: string) => text.replaceAll('ی', 'ي').replaceAll('ک', 'ك').replaceAll('ہ', 'ه')

/** What goes wrong in single records of real feeds. */
export const dirtKinds = {
  'urdu-digits': { ends: null, spoil: (fields) => ({ ...fields, cnic: urduDigits(fields.cnic) }) },
  dashes: { ends: null, spoil: (fields) => ({ ...fields, cnic: formatCnic(fields.cnic) }) },
  'arabic-letters': {
    ends: null,
    spoil: (fields) => ({
      ...fields,
      nameUr: arabicLetters(fields.nameUr),
      permanent: { ...fields.permanent, ur: arabicLetters(fields.permanent.ur) },
    }),
  },
  'twelve-digits': {
    ends: refusedFor('cnic-length'),
    spoil: (fields) => ({ ...fields, cnic: fields.cnic.slice(0, 12) }),
  },
  'letter-in-cnic': {
    ends: refusedFor('cnic-malformed'),
    spoil: (fields) => ({ ...fields, cnic: `${fields.cnic.slice(0, 12)}O` }),
  },
  'no-name': { ends: refusedFor('missing'), spoil: (fields) => ({ ...fields, nameUr: ' ' }) },
  'latin-name': { ends: refusedFor('not-in-urdu'), spoil: (fields) => ({ ...fields, nameUr: 'Muhammad Akram' }) },
  'damaged-name': { ends: refusedFor('text-damaged'), spoil: (fields) => ({ ...fields, nameUr: 'محم\uFFFDد' }) },
  'impossible-date': {
    ends: refusedFor('impossible-date'),
    spoil: (fields) => ({ ...fields, dateOfBirth: '1999-02-30' }),
  },
  'born-in-the-future': {
    ends: refusedFor('date-in-the-future'),
    spoil: (fields) => ({ ...fields, dateOfBirth: '2199-01-01' }),
  },
  'unknown-gender': { ends: refusedFor('unknown-code'), spoil: (fields) => ({ ...fields, gender: 'F' }) },
  'eight-digit-block': {
    ends: refusedFor('block-malformed'),
    spoil: (fields) => ({ ...fields, permanent: { ...fields.permanent, block: fields.permanent.block.slice(0, 8) } }),
  },
  'unknown-block': {
    ends: { outcome: 'to-verify', reason: 'unknown-block' },
    spoil: (fields) => ({ ...fields, temporary: null, permanent: { ...fields.permanent, block: '999999999' } }),
  },
  'other-gender': {
    ends: { outcome: 'to-verify', reason: 'gender-changed' },
    onlyKnown: true,
    spoil: (fields) => ({ ...fields, gender: fields.gender === 'male' ? 'female' : 'male' }),
  },
  'broken-line': { ends: refusedFor('unreadable'), spoil: (fields) => JSON.stringify(fields).slice(0, -20) },
} as const satisfies Record<string, Dirt>
export type DirtKind = keyof typeof dirtKinds

/** How a spoilt record must end; null where the register sees through the dirt. */
export function endOfDirt(kind: DirtKind): Dirt['ends'] {
  return dirtKinds[kind].ends
}

/** One of the kinds of dirt that this card can have. */
export function drawDirt(random: Random, isKnown: boolean): DirtKind {
  const kinds = Object.keys(dirtKinds) as DirtKind[]
  return random.of(kinds.filter((kind) => isKnown || !('onlyKnown' in dirtKinds[kind])))
}

/** The line of a card so spoilt. */
export function spoil(kind: DirtKind, fields: CardFields, random: Random): string {
  const dirt: Dirt = dirtKinds[kind]
  const spoilt = dirt.spoil(fields, random)
  return typeof spoilt === 'string' ? spoilt : JSON.stringify(spoilt)
}
