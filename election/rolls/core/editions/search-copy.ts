import { westernDigits } from '@intikhab/kernel/language'
import { nameSounds } from '../names/name-skeleton.ts'
import type { SearchableRow } from './searchable-row.ts'

/** A row, with what it sounds like; made once when the copy is opened. */
export interface Searched extends SearchableRow {
  readonly block: string
  readonly sounds: readonly string[]
}

export function searchedRow(row: SearchableRow, block: string): Searched {
  return { ...row, block, sounds: [...nameSounds(row.nameUr), ...nameSounds(row.relationNameUr)] }
}

/**
 * Whether a row is meant: digits are a CNIC or the end of one, or a serial number; words are names of the voter or the
 * father or husband, in either script and as they sound. Every word must be found.
 */
export function finder(query: string): (row: Searched) => boolean {
  const digits = westernDigits(query).replaceAll(/[\s-]/g, '')
  if (/^\d+$/.test(digits))
    return digits.length < 6
      ? ({ serial }) => String(serial) === digits
      : ({ cnic }) => cnic.startsWith(digits) || cnic.endsWith(digits)
  const asked = nameSounds(query).filter((sound) => sound !== '')
  if (asked.length === 0) return () => false
  const last = asked.length - 1
  return ({ sounds }) =>
    asked.every((sound, i) => sounds.some((one) => one === sound || (i === last && one.startsWith(sound))))
}
