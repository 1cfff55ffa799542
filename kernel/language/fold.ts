/**
 * Search folding. Two spellings that a Pakistani keyboard, an old encoding or a hurried clerk makes out of the same name
 * fold to one key. The key is for comparing and finding, never for showing.
 */

/** What each letter folds to; letters that decompose (آ أ إ ؤ ئ ۂ ۓ) have lost their mark before this is asked. */
const letters = new Map<string, string>()
const families: readonly (readonly [to: string, from: string])[] = [
  // Arabic yeh, alef maksura, Pashto and Balochi yehs; yeh barree (ے) stays: کے is not کی.
  ['ی', 'يىېۍ'],
  // Arabic kaf and the swash kaf of Sindhi.
  ['ک', 'كڪ'],
  // Arabic heh, do-chashmi heh, teh marbuta in both shapes, ae.
  ['ہ', 'هھةۃە'],
  // Alef wasla and its high-hamza cousins.
  ['ا', 'ٱٲٳٵ'],
  ['و', 'ٶ'],
  // Noon ghunna: خاں and خان are one name.
  ['ن', 'ں'],
  // A hamza by itself comes and goes: علماء, علما.
  ['', 'ءٴـ'],
  ...Array.from({ length: 10 }, (_, i) => [String(i), String.fromCodePoint(0x660 + i, 0x6f0 + i)] as const),
]
for (const [to, from] of families) for (const letter of from) letters.set(letter, to)
const foldable = new RegExp(`[${[...letters.keys()].join('')}]`, 'gu')

/** `text` with the digits of the Arabic (٠–٩) and Urdu (۰–۹) scripts written as 0–9; everything else is kept. */
export function westernDigits(text: string): string {
  return text.replace(/[٠-٩۰-۹]/g, (digit) => String((digit.codePointAt(0) ?? 0) % 16))
}

/**
 * The search key of `text`: compatibility forms and ligatures taken apart (ﷲ → اللہ), case, vowel marks and accents
 * dropped, variants of one letter and the digits of three scripts made one, invisible characters removed, spaces
 * single. Folding a key again changes nothing. Punctuation is kept, so that `NA-21` stays apart from `NA-2 1`.
 */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}]/gu, '')
    .replace(foldable, (letter) => letters.get(letter) ?? letter)
    .normalize('NFC')
    .replace(/\s+/g, ' ')
    .trim()
}
