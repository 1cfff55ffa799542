import { fold } from '@intikhab/kernel/language'

/**
 * What one word of a name sounds like, as consonants in capitals: equal for its Urdu and its Latin spelling. Urdu does
 * not write short vowels and Latin does not tell them from long ones, so vowels go, except that a word begins with one
 * (`A`, whichever it is). Letters that are said or heard alike are one: ت ط ٹ, س ص ث, ز ذ ض ظ, ق ک خ, گ غ.
 */

const consonants = new Map<string, string>()
for (const [sound, letters] of [
  ['B', 'بٻ'],
  ['P', 'پڀ'],
  ['T', 'تٹطٿټ'],
  ['S', 'ثسص'],
  ['J', 'جڄڃ'],
  ['C', 'چڇ'],
  ['K', 'خقک'],
  ['D', 'دڈڌڍډ'],
  ['Z', 'ذزضظژ'],
  ['R', 'رڑړ'],
  ['X', 'شښ'],
  ['G', 'غگڳ'],
  ['F', 'ف'],
  ['L', 'ل'],
  ['M', 'م'],
  ['N', 'نڻڼ'],
  ['H', 'حہ'],
] as const)
  for (const letter of letters) consonants.set(letter, sound)

/** Hamza on a seat stands between vowels (رؤف, عائشہ); yeh barree is a vowel and stands in for it. */
const seatedHamza = /[ؤئۓ]/g

/** `text` folded, a hamza between vowels kept as a vowel of its own; what the functions below take, word by word. */
export const foldName = (text: string): string => fold(text.normalize('NFKC').replace(seatedHamza, 'ے'))

/** The sound of a folded word in Urdu letters. */
export function soundOfUrdu(letters: string): string {
  let sound = ''
  for (let i = 0; i < letters.length; i++) {
    const letter = letters.charAt(i)
    const spoken = consonants.get(letter)
    // After the beginning an h is a breath (بھٹی), a vowel (فاطمہ) or lost in writing (Shehzad, Shezad).
    if (spoken === 'H') sound += i === 0 ? spoken : ''
    else if (spoken !== undefined) sound += spoken
    else if (letter === 'و') sound += saysW(letters, i) ? 'W' : ''
    else if (i === 0) sound += letter === 'ی' ? 'Y' : 'A'
  }
  return sound
}

/** Whether و is a consonant: at the beginning, beside an alef, before ی and before a final ہ (باجوہ). */
function saysW(letters: string, at: number): boolean {
  if (at === 0) return true
  const next = letters.charAt(at + 1)
  if (next === '') return false
  // After the first alef it is a vowel (اورنگزیب), unless another follows (اویس).
  return (
    next === 'ا' ||
    next === 'ی' ||
    (letters.charAt(at - 1) === 'ا' && at > 1) ||
    (next === 'ہ' && at + 2 === letters.length)
  )
}

/** Latin spellings of a sound, the longer first. */
const latin = /sch|sh|ch|kh|gh|th|dh|ph|bh|jh|ck|[a-z]/g
const latinSounds: Readonly<Record<string, string>> = {
  sch: 'X',
  sh: 'X',
  ch: 'C',
  kh: 'K',
  gh: 'G',
  th: 'T',
  dh: 'D',
  ph: 'P',
  bh: 'B',
  jh: 'J',
  ck: 'K',
  b: 'B',
  d: 'D',
  f: 'F',
  g: 'G',
  j: 'J',
  k: 'K',
  l: 'L',
  m: 'M',
  n: 'N',
  p: 'P',
  q: 'K',
  r: 'R',
  s: 'S',
  t: 'T',
  v: 'W',
  x: 'KS',
  z: 'Z',
}
const vowels = 'aeiouy'

/** The sound of a folded word in Latin letters. */
export function soundOfLatin(word: string): string {
  let sound = ''
  let before = ''
  for (const { 0: letter, index } of word.matchAll(latin)) {
    const next = word.charAt(index + letter.length)
    const spoken = spokenLatin(letter, index, next)
    // Doubled letters are one: Muhammad, Muhamad.
    if (spoken !== '' && !(spoken === before && letter.length === 1)) sound += spoken
    before = spoken
  }
  return sound
}

function spokenLatin(letter: string, at: number, next: string): string {
  if (letter === 'h') return at === 0 ? 'H' : ''
  // Before a vowel it is spoken: Nawaz, but Chowdhry.
  if (letter === 'w') return at === 0 || (next !== '' && (vowels + 'h').includes(next)) ? 'W' : ''
  if (letter === 'c') return next !== '' && 'eiy'.includes(next) ? 'S' : 'K'
  const spoken = latinSounds[letter]
  if (spoken !== undefined) return spoken
  if (at > 0) return ''
  return letter === 'y' ? 'Y' : 'A'
}
