import { createHash } from 'node:crypto'
import type { EnrolledVoter } from '../../core/register/voter.ts'
import { genderLetter, stateLine } from './voter-row.ts'

/**
 * The fingerprint of an import: for each block the SHA-256 of its voters' lines, men, women, others, each by their
 * serial; and over the blocks in their order the SHA-256 of `<block> <hash>` a line. A voter's line is the
 * `stateLine` that loads it. So it is made while the voters are loaded, block by block as they come.
 */
export interface ImportDigest {
  /** A block whole, its voters in the order of `inKeyOrder`. */
  addBlock(block: string, voters: readonly EnrolledVoter[]): void
  /** SHA-256 in hex. */
  end(): string
}

export function growImportDigest(): ImportDigest {
  const blocks: { block: string; digest: string }[] = []
  return {
    addBlock(block, voters) {
      const hash = createHash('sha256')
      for (const voter of voters) hash.update(`${stateLine(voter)}\n`)
      blocks.push({ block, digest: hash.digest('hex') })
    },
    end: () => digestOfBlocks(blocks),
  }
}

/** The fingerprint of an import out of those of its blocks, each once, in any order. */
export function digestOfBlocks(blocks: readonly { readonly block: string; readonly digest: string }[]): string {
  const hash = createHash('sha256')
  for (const { block, digest } of blocks.toSorted((a, b) => (a.block < b.block ? -1 : 1)))
    hash.update(`${block} ${digest}\n`)
  return hash.digest('hex')
}

const genders = { male: 0, female: 1, other: 2 } as const

/** The order of a block's voters in the fingerprint. */
export function inKeyOrder(a: EnrolledVoter, b: EnrolledVoter): number {
  return genders[a.gender] - genders[b.gender] || a.entry.serial - b.entry.serial || (a.cnic < b.cnic ? -1 : 1)
}

/** The same order for PostgreSQL, imports and blocks before. */
export const keyOrder = `import_id, block, case gender when '${genderLetter.male}' then 0 when '${genderLetter.female}' then 1 else 2 end, serial, cnic`
