/** What other keyboards and old encodings write for a letter of Urdu. */
const letters = new Map([
  ['ي', 'ی'],
  ['ى', 'ی'],
  ['ك', 'ک'],
  ['ه', 'ہ'],
  ['ة', 'ۃ'],
  ...Array.from({ length: 10 }, (_, i) => [String.fromCodePoint(0x660 + i), String.fromCodePoint(0x6f0 + i)] as const),
])
const foreign = new RegExp(`[${[...letters.keys()].join('')}]`, 'g')

/** Letters in the shape of their place in the word and ligatures, as old encodings store them. */
const shapes = /[\uFB50-\uFDFF\uFE70-\uFEFC]+/g

/**
 * Text as the register keeps it: NFC, Arabic letters and digits as the Urdu ones that were meant (ي→ی, ك→ک, ه→ہ), no
 * invisible characters, no stretched letters, single spaces. Doing it again changes nothing.
 */
export function urduText(text: string): string {
  return text
    .replace(shapes, (found) => found.normalize('NFKC'))
    .normalize('NFC')
    .replace(foreign, (letter) => letters.get(letter) ?? letter)
    .replace(/[\p{Cf}\u0640]/gu, '')
    .normalize('NFC')
    .replace(/\s+/g, ' ')
    .trim()
}

/** Whether something was written in the Urdu script. */
export function hasUrdu(text: string): boolean {
  return /\p{Script=Arabic}/u.test(text)
}
