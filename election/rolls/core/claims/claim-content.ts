import type { BlockCode } from '@intikhab/delimitation'
import type { Cnic } from '../identifiers.ts'
import type { AddressKind, Gender, Identity } from '../register/voter.ts'
import { hasUrdu } from '../registry-feed/urdu-text.ts'

/** What somebody wants of the roll; which form that is depends on the time of year (`formOf`). */
export const claimPurposes = ['registration', 'objection', 'correction'] as const
export type ClaimPurpose = (typeof claimPurposes)[number]

/** Why a name should not stand where it stands. */
export const objectionGrounds = ['dead', 'not-resident', 'twice', 'under-age', 'not-citizen'] as const
export type ObjectionGround = (typeof objectionGrounds)[number]

/** What of an entry may be wrong. */
export const correctableFields = [
  'nameUr',
  'nameEn',
  'relationNameUr',
  'relation',
  'gender',
  'dateOfBirth',
  'disabled',
] as const
export type CorrectableField = (typeof correctableFields)[number]

/** Slips of the pen, which need no hearing; age and gender decide who may vote and in which list. */
const clericalFields: ReadonlySet<CorrectableField> = new Set([
  'nameUr',
  'nameEn',
  'relationNameUr',
  'relation',
  'disabled',
])

export type CorrectedFields = Partial<Pick<Identity, CorrectableField>>

/** The first of these names that is not in Urdu letters, in which the roll is printed; undefined where all are. */
export function findLatinName(names: CorrectedFields): 'nameUr' | 'relationNameUr' | undefined {
  return (['nameUr', 'relationNameUr'] as const).find((field) => {
    const name = names[field]
    return name !== undefined && !hasUrdu(name)
  })
}

/** An address as the form has it. The block is often not known to whoever fills it in: the officer adds it. */
interface ClaimedAddress {
  readonly textUr: string
  readonly block: BlockCode | null
}

/** Who is to be enrolled, as the card has it. A name may come in one script only until the officer completes it. */
type ClaimedPerson = Pick<Identity, CorrectableField>

export interface RegistrationContent {
  readonly purpose: 'registration'
  readonly person: ClaimedPerson
  /** The address that decides the electoral area: one of the card, or the place of posting (s.27). */
  readonly chosen: AddressKind
  readonly permanent: ClaimedAddress
  /** The chosen address where it is not the permanent one. */
  readonly other: ClaimedAddress | null
}

interface ObjectionContent {
  readonly purpose: 'objection'
  readonly ground: ObjectionGround
  /** The line of the displayed roll that is objected to. */
  readonly block: BlockCode
  readonly gender: Gender
  readonly serial: number
  /** The name as it stands there. */
  readonly name: string
  readonly statement: string
}

interface CorrectionContent {
  readonly purpose: 'correction'
  readonly corrections: CorrectedFields
  readonly statement: string
}

export type ClaimContent = RegistrationContent | ObjectionContent | CorrectionContent

/** Who lodges: the voter, or somebody whom the voter authorised. */
export interface Claimant {
  readonly cnic: Cnic
  readonly name: string
  readonly phone: string
  readonly representative: { readonly cnic: Cnic; readonly name: string } | null
}

/** What an officer adds out of the card and the census: the other script, and the blocks of the addresses. */
export interface ClaimCompletion {
  readonly nameUr?: string
  readonly nameEn?: string
  readonly relationNameUr?: string
  readonly permanentUr?: string
  readonly otherUr?: string
  readonly permanentBlock?: BlockCode
  readonly otherBlock?: BlockCode
}

/** The address at which the vote shall be; null where the form does not give it. */
export function claimedAddress({ chosen, permanent, other }: RegistrationContent): ClaimedAddress | null {
  return chosen === 'permanent' ? permanent : other
}

/** The claim with what the officer added; of an objection or a correction nothing is left open. */
export function completed(content: ClaimContent, added: ClaimCompletion): ClaimContent {
  if (content.purpose !== 'registration') return content
  const { person, permanent, other } = content
  return {
    ...content,
    person: {
      ...person,
      nameUr: added.nameUr ?? person.nameUr,
      nameEn: added.nameEn ?? person.nameEn,
      relationNameUr: added.relationNameUr ?? person.relationNameUr,
    },
    permanent: { textUr: added.permanentUr ?? permanent.textUr, block: added.permanentBlock ?? permanent.block },
    other: other === null ? null : { textUr: added.otherUr ?? other.textUr, block: added.otherBlock ?? other.block },
  }
}

/** Whether what is claimed can be allowed on the papers alone: nobody else is concerned and no right hangs on it. */
export function mayBeAllowedUnheard(content: ClaimContent): boolean {
  if (content.purpose === 'objection') return false
  if (content.purpose === 'registration') return true
  return Object.keys(content.corrections).every((field) => clericalFields.has(field as CorrectableField))
}
