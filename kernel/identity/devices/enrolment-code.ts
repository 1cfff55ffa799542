import { createHash, randomInt } from 'node:crypto'

/** Crockford's base 32: no I, L, O or U, so that nothing is read for something else. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const letters = 16
const pattern = new RegExp(`^[${alphabet}]{${letters}}$`)

/** A new enrolment code: 80 random bits, which nobody can guess within its day. */
export function newEnrolmentCode(): string {
  return Array.from({ length: letters }, () => alphabet[randomInt(alphabet.length)]).join('')
}

/** A code as typed or read from a QR code, in the form in which it was made; undefined for what cannot be one. */
export function findEnrolmentCode(typed: string): string | undefined {
  const code = typed.toUpperCase().replace(/[\s-]/g, '').replaceAll('O', '0').replace(/[IL]/g, '1')
  return pattern.test(code) ? code : undefined
}

/** What is stored of a code. */
export function enrolmentCodeHash(code: string): Buffer {
  return createHash('sha256').update(code).digest()
}
