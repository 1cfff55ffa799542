import { westernDigits } from '@intikhab/kernel/language'

/** What the one box of the search asks for. */
export type TypedSearch =
  | { readonly kind: 'name'; readonly name: string; readonly block?: string }
  | { readonly kind: 'cnic'; readonly cnic: string }
  | { readonly kind: 'line'; readonly block: string; readonly serial: number }
  /** Too little yet: nothing, a single letter, or digits that are neither a CNIC nor a block with a serial number. */
  | { readonly kind: 'nothing' | 'letter' | 'digits' }

/** Letters without which a name is not searched for. */
export const leastLetters = 2
const line = /^(\d{9})[\s/,:-]+(\d{1,5})$/

/**
 * Reads what was typed: a CNIC in the digits of any script, with dashes, blanks or neither; a block and a serial number
 * apart from each other; else a name, in which nine digits name the block.
 */
export function typedSearch(typed: string): TypedSearch {
  const text = westernDigits(typed)
    .replaceAll(/\p{Cf}/gu, '')
    .replaceAll(/\s+/g, ' ')
    .trim()
  if (text === '') return { kind: 'nothing' }
  if (/\p{L}/u.test(text)) return named(text)
  const [, block, serial] = line.exec(text) ?? []
  if (block !== undefined && Number(serial) > 0) return { kind: 'line', block, serial: Number(serial) }
  const digits = text.replaceAll(/\D/g, '')
  return digits.length === 13 ? { kind: 'cnic', cnic: digits } : { kind: 'digits' }
}

function named(text: string): TypedSearch {
  const block = /(?<!\d)\d{9}(?!\d)/.exec(text)?.[0]
  const name = (block === undefined ? text : text.replace(block, ' ')).replaceAll(/\s+/g, ' ').trim()
  if (name.replaceAll(/\P{L}/gu, '').length < leastLetters) return { kind: 'letter' }
  return block === undefined ? { kind: 'name', name } : { kind: 'name', name, block }
}
