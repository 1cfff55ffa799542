declare const docketBrand: unique symbol

/** Names a claim for everybody who has to do with it: district, year, number, e.g. `ISL-2026-000123`. */
export type Docket = string & { readonly [docketBrand]: true }

/** The letters of a district in its dockets: the first three of its code. Districts that share them share the numbers. */
export function docketPrefix(district: string): string {
  return district
    .replaceAll(/[^a-z]/g, '')
    .slice(0, 3)
    .toUpperCase()
    .padEnd(3, 'X')
}

export function makeDocket(prefix: string, year: number, number: number): Docket {
  return `${prefix}-${year}-${String(number).padStart(6, '0')}` as Docket
}

/** Reads a docket as people type it, in any case and with spaces; undefined for anything else. */
export function parseDocket(text: string): Docket | undefined {
  const bare = text.replaceAll(/[\s\p{Cf}]/gu, '').toUpperCase()
  return /^[A-Z]{3}-\d{4}-\d{6}$/.test(bare) ? (bare as Docket) : undefined
}

/** Letters and digits of a PIN: none that is mistaken for another when read aloud or copied by hand. */
export const pinLetters = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'

/** A PIN as it is written down: `2ABC-9XYZ`. */
export function formatPin(pin: string): string {
  return `${pin.slice(0, 4)}-${pin.slice(4)}`
}

/** A PIN as people type it back; undefined for what cannot be one. */
export function parsePin(text: string): string | undefined {
  const bare = text.replaceAll(/[\s\p{Cf}-]/gu, '').toUpperCase()
  return /^[2-9A-HJ-NP-Z]{8}$/.test(bare) ? bare : undefined
}
