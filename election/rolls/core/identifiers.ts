/** Identifiers of the rolls, made only by their parsers. */

declare const cnicBrand: unique symbol
declare const rollBrand: unique symbol

/** Computerised National Identity Card number: 13 digits, no dashes. */
export type Cnic = string & { readonly [cnicBrand]: true }

/** Names a state of the rolls, e.g. `demonstration-2026`; its editions are `rolls-<id>` and `enquiry-<id>`. */
export type RollId = string & { readonly [rollBrand]: true }

/**
 * Reads a CNIC as registries write it: 13 digits, or 5-7-1 with dashes. Undefined for anything else. What people
 * type (spaces, Urdu digits) is the enquiry's business.
 */
export function parseCnic(text: string): Cnic | undefined {
  const digits = /^\d{5}-\d{7}-\d$/.test(text) ? text.replaceAll('-', '') : text
  return /^[1-9]\d{12}$/.test(digits) ? (digits as Cnic) : undefined
}

/** The CNIC in its printed form: `35202-1234567-1`. */
export function formatCnic(cnic: string): string {
  return `${cnic.slice(0, 5)}-${cnic.slice(5, 12)}-${cnic.slice(12)}`
}

/** The CNIC in its printed form with all but the locality and the last digits hidden: `61101-*****67-1`. */
export function maskCnic(cnic: Cnic): string {
  return `${cnic.slice(0, 5)}-*****${cnic.slice(10, 12)}-${cnic.slice(12)}`
}

export function parseRollId(text: string): RollId | undefined {
  return /^[a-z0-9]+(-[a-z0-9]+)*$/.test(text) && text.length <= 60 ? (text as RollId) : undefined
}
