import { formatDay, languages, say, type Language, type Text } from '@intikhab/kernel/language'
import { karachiDate } from '@intikhab/law'
import { readCause, tellCause } from '../register/cause.ts'
import type { PastAction } from '../register/past-action.ts'
import { voterValues } from '../register/told-actions.ts'
import type { AddressKind, Voter } from '../register/voter.ts'
import type { ClaimParties } from './claim-effect.ts'
import type { Claim } from './claim.ts'
import { claimedAddress, type ObjectionGround, type RegistrationContent } from './claim-content.ts'
import { claimWords, findingWords, removalWords } from './words.ts'

/** What the register says to a claim: a sentence of `findingWords` with what it names. */
export interface ClaimFinding {
  readonly code: keyof typeof findingWords
  /** Name of the district, by language, where the sentence wants it. */
  readonly district?: Text
  readonly name?: string
  readonly address?: Exclude<AddressKind, 'posting'>
  /** The block in which the register has it, and the one that the form says. */
  readonly block?: string
  readonly claimed?: string
  /** `YYYY-MM-DD` */
  readonly day?: string
  readonly why?: Text
}

/** A finding as a sentence. */
export function tellFinding(finding: ClaimFinding, language: Language): string {
  const { code, district, name = '', address, block = '', claimed = '', day, why } = finding
  return say(language, findingWords[code], {
    district: district?.[language] ?? '',
    name,
    address: address === undefined ? '' : say(language, voterValues[address]),
    block,
    claimed,
    day: day === undefined ? '' : formatDay(language, day),
    why: why?.[language] ?? '',
  })
}

/** How somebody left the roll: the action, and the ground of the objection that led to it, where one did. */
export interface Removal {
  readonly action: Pick<PastAction, 'actedAt' | 'cause' | 'before'>
  readonly ground: ObjectionGround | null
}

/**
 * What an officer has to know of the register before deciding. `district` is where the person concerned is enrolled: of
 * somebody in another district nothing else is said. `removal`: of somebody who was taken off the roll.
 */
export function findingsOf(
  claim: Pick<Claim, 'content' | 'claimant'>,
  { claimant, concerned }: ClaimParties,
  district: Text,
  removal: Removal | null,
): readonly ClaimFinding[] {
  const { content } = claim
  const block = concerned?.entry?.block
  if (content.purpose === 'objection') {
    const stands = block === content.block
    const atLine: ClaimFinding =
      stands && concerned !== undefined ? { code: 'at-line', name: concerned.nameUr } : { code: 'nobody-at-line' }
    if (claim.claimant === null) return [atLine]
    return [atLine, { code: claimant?.entry?.block === content.block ? 'objector-of-area' : 'objector-elsewhere' }]
  }
  const removed = removal === null ? [] : [removedBy(removal)]
  if (content.purpose === 'correction')
    return [
      ...(block === undefined ? [{ code: 'not-on-roll' } as const] : [{ code: 'on-roll', district } as const]),
      ...removed,
    ]
  if (concerned === undefined) return [{ code: 'is-new' }]
  return [
    block === undefined ? { code: 'is-off-the-roll' } : { code: 'is-transfer', district },
    ...removed,
    ...notOfTheCard(content, concerned),
  ]
}

/** An order overwrites the address that the registry gave: whoever signs has to have seen that the card says so. */
function notOfTheCard(content: RegistrationContent, known: Voter): readonly ClaimFinding[] {
  const { chosen } = content
  const claimed = claimedAddress(content)?.block ?? null
  // The place of posting stands on no card, but in the order of the department.
  if (chosen === 'posting' || claimed === null) return []
  const block = known.addresses[chosen]?.block
  if (block === claimed) return []
  return block === undefined
    ? [{ code: 'card-has-no-address', address: chosen, claimed }]
    : [{ code: 'address-not-of-card', address: chosen, block, claimed }]
}

function removedBy({ action: { actedAt, cause, before }, ground }: Removal): ClaimFinding {
  const led = readCause(cause)
  const told = tellCause(led)
  const why = (language: Language) => {
    const values = { cause: told[language], ground: ground === null ? '' : say(language, claimWords[ground]) }
    if (led.kind === 'claim' && ground === null) return values.cause
    const isTold = led.kind === 'feed' || led.kind === 'door' || led.kind === 'claim'
    return isTold ? say(language, removalWords[led.kind], values) : values.cause
  }
  return {
    code: 'was-removed',
    day: karachiDate(actedAt),
    block: before?.entry?.block ?? '',
    why: Object.fromEntries(languages.map((language) => [language, why(language)])) as unknown as Text,
  }
}
