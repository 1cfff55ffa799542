/** A seat within a named delimitation, e.g. `NA-21`; made only by its parsers. */
export type ConstituencyCode = string & { readonly kind: 'constituency' }

/** A census block: census district (3 digits), charge (2), circle (2), block (2). */
export type BlockCode = string & { readonly kind: 'census-block' }

/** The National Assembly and the four provincial assemblies, by the prefix of their seats. */
export type Assembly = 'NA' | 'PK' | 'PP' | 'PS' | 'PB'

export const assemblies: readonly Assembly[] = ['NA', 'PK', 'PP', 'PS', 'PB']

const code = /^(NA|PK|PP|PS|PB)-([1-9]\d{0,2})$/

/** Reads `NA-21`; undefined for anything else. */
export function findConstituencyCode(text: string): ConstituencyCode | undefined {
  return code.test(text) ? (text as ConstituencyCode) : undefined
}

/** Reads a nine-digit census block code; undefined for anything else. */
export function findBlockCode(text: string): BlockCode | undefined {
  return /^\d{9}$/.test(text) ? (text as BlockCode) : undefined
}

/** The seat of an assembly by its number. */
export function constituencyCode(assembly: Assembly, number: number): ConstituencyCode {
  return `${assembly}-${number}` as ConstituencyCode
}

/** The assembly and the number that a code is made of. */
export function partsOfCode(constituency: ConstituencyCode): { assembly: Assembly; number: number } {
  const [, assembly = 'NA', number = '0'] = code.exec(constituency) ?? []
  return { assembly: assembly as Assembly, number: Number(number) }
}

/**
 * Reads a seat as the commission's lists write it, `NA- 40 - Tribal Area - I` or `PP - 108 - Faisalabad-XII`, into its
 * code and its name; undefined for anything else.
 */
export function findNamedConstituency(
  text: string,
): { code: ConstituencyCode; assembly: Assembly; number: number; name: string } | undefined {
  const [, assembly, digits, name] = /^(NA|PK|PP|PS|PB)\s*-\s*([1-9]\d{0,2})\s*-\s*(\S.*)$/.exec(text) ?? []
  if (assembly === undefined || digits === undefined || name === undefined) return undefined
  const number = Number(digits)
  return { code: constituencyCode(assembly as Assembly, number), assembly: assembly as Assembly, number, name }
}

/** Seats in the order of the ballot: the National Assembly first, then by number. */
export function compareConstituencies(a: ConstituencyCode, b: ConstituencyCode): number {
  const left = partsOfCode(a)
  const right = partsOfCode(b)
  return assemblies.indexOf(left.assembly) - assemblies.indexOf(right.assembly) || left.number - right.number
}
