import type { Text } from '@intikhab/kernel/language'
import type { ClaimParties } from './claim-effect.ts'
import type { Claim } from './claim.ts'
import type { findingWords } from './words.ts'

/** What the register says to a claim: a sentence of `findingWords` with what it names. */
export interface ClaimFinding {
  readonly code: keyof typeof findingWords
  /** Name of the district, by language, where the sentence wants it. */
  readonly district?: Text
  readonly name?: string
}

/**
 * What an officer has to know of the register before deciding. `district` is where the person concerned is enrolled: of
 * somebody in another district nothing else is said.
 */
export function findingsOf(
  claim: Pick<Claim, 'content' | 'claimant'>,
  { claimant, concerned }: ClaimParties,
  district: Text,
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
  if (content.purpose === 'correction')
    return [block === undefined ? { code: 'not-on-roll' } : { code: 'on-roll', district }]
  if (concerned === undefined) return [{ code: 'is-new' }]
  return [block === undefined ? { code: 'is-off-the-roll' } : { code: 'is-transfer', district }]
}
