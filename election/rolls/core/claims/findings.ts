import type { ClaimParties } from './claim-effect.ts'
import type { Claim } from './claim.ts'
import type { findingWords } from './words.ts'

/** What the register says to a claim: a sentence of `findingWords` with what it names. */
export interface ClaimFinding {
  readonly code: keyof typeof findingWords
  /** Name of the district, by language, where the sentence wants it. */
  readonly district?: { readonly en: string; readonly ur: string }
  readonly name?: string
}

/**
 * What an officer has to know of the register before deciding. `districtOf` names the district of a block; of somebody
 * in another district nothing else is said.
 */
export function findingsOf(
  claim: Pick<Claim, 'content' | 'claimant'>,
  { claimant, concerned }: ClaimParties,
  districtOf: (block: string) => { readonly en: string; readonly ur: string },
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
    return [block === undefined ? { code: 'not-on-roll' } : { code: 'on-roll', district: districtOf(block) }]
  if (concerned === undefined) return [{ code: 'is-new' }]
  return [block === undefined ? { code: 'is-off-the-roll' } : { code: 'is-transfer', district: districtOf(block) }]
}
