import type { Random } from '../random.ts'

/** Spellings that two clerks choose for one name; either side becomes the other. */
const spellings: readonly (readonly [string, string])[] = [
  ['رحمن', 'رحمان'],
  ['اسماعیل', 'اسمٰعیل'],
  ['عائشہ', 'عایشہ'],
  ['فاطمہ', 'فاطمة'],
  ['چوہدری', 'چودھری'],
  ['بی بی', 'بیبی'],
  ['عبداللہ', 'عبد اللہ'],
  ['مصطفیٰ', 'مصطفی'],
  ['ثنا', 'ثناء'],
  ['اسماء', 'اسما'],
  ['زبیدہ', 'ذبیدہ'],
  ['ذیشان', 'زیشان'],
  ['رضوان', 'رزوان'],
  ['ریاض', 'ریاز'],
  ['ظہیر', 'زہیر'],
  ['طارق', 'تارق'],
  ['طلحہ', 'طلہہ'],
  ['صائمہ', 'سائمہ'],
  ['ثمینہ', 'سمینہ'],
  ['ثوبیہ', 'صوبیہ'],
  ['فوزیہ', 'فوضیہ'],
  ['نعمان', 'نومان'],
  ['یونس', 'یونوس'],
  ['یوسف', 'یوسوف'],
  ['سہیل', 'سھیل'],
  ['شہباز', 'شھباز'],
  ['نگہت', 'نگھت'],
  ['خان', 'خاں'],
  ['محمود', 'محمد'],
  ['حسین', 'حسن'],
  ['قریشی', 'قریشے'],
  ['صدیقی', 'صدیقى'],
  ['یعقوب', 'یاقوب'],
  ['سعید', 'سید'],
  ['رشید', 'راشد'],
]

/** Letters that another keyboard or an old encoding writes; nobody sees the difference. */
const encodings: readonly (readonly [string, string])[] = [
  ['ی', 'ي'],
  ['ک', 'ك'],
  ['ہ', 'ه'],
  ['ہ', 'ھ'],
  ['آ', 'ا'],
  ['ئ', 'ی'],
]

/** Letters that a tired eye or one key further mixes up: a dot more or less, a stroke, the neighbour on the keyboard. */
const lookAlikes = ['بپتٹثن', 'جچحخ', 'دڈذ', 'رڑزژ', 'سش', 'صض', 'طظ', 'عغ', 'فق', 'کگ', 'یے', 'وؤ', 'نم', 'لا']

const anyLetter = 'ابتجدرسعفکلمنہی'

function replaceOne(text: string, pairs: readonly (readonly [string, string])[], random: Random): string | undefined {
  const fitting = pairs.flatMap(([one, other]) =>
    [
      [one, other],
      [other, one],
    ].filter(([from = '']) => text.includes(from)),
  )
  if (fitting.length === 0) return undefined
  const [from = '', to = ''] = random.pick(fitting)
  return text.replace(from, to)
}

/** One letter of the name left out, doubled, mixed up with its look-alike, or changed for its neighbour. */
function mistype(name: string, random: Random): string {
  const letters = Array.from(name)
  const at = 1 + random.below(Math.max(1, letters.length - 1))
  const letter = letters[at] ?? ''
  const kind = random.unit()
  if (kind < 0.25) letters.splice(at, 1)
  else if (kind < 0.35) letters.splice(at, 0, letter)
  else if (kind < 0.55 && at + 1 < letters.length) letters.splice(at, 2, letters[at + 1] ?? '', letter)
  else {
    const family = lookAlikes.find((each) => each.includes(letter))
    letters[at] = family === undefined ? random.pick(Array.from(anyLetter)) : random.pick(Array.from(family))
  }
  return letters.join('')
}

/** Another spelling of the name: a clerk's, a keyboard's, or words written together or apart. */
function respell(name: string, random: Random): string {
  const kind = random.unit()
  if (kind < 0.55) {
    const found = replaceOne(name, spellings, random)
    if (found !== undefined) return found
  }
  if (kind < 0.85) {
    const found = replaceOne(name, encodings, random)
    if (found !== undefined) return found
  }
  return name.includes(' ') ? name.replace(' ', '') : mistype(name, random)
}

const added = { male: ['محمد', 'حاجی', 'حافظ', 'ملک', 'سید'], female: ['مسماۃ', 'سیدہ'] }
const appended = { male: ['خان', 'احمد', 'علی'], female: ['بی بی', 'بیگم'] }

/** The name with a word more or less: a title, محمد in front, the last word dropped. */
function lengthen(name: string, gender: 'male' | 'female', random: Random): string {
  const words = name.replace('بی بی', 'بی\u00a0بی').split(' ')
  if (words.length > 1 && random.unit() < 0.55) {
    if (words[0] === 'محمد' || random.unit() < 0.2) words.shift()
    else words.pop()
  } else if (random.unit() < 0.6) words.unshift(random.pick(added[gender]))
  else words.push(random.pick(appended[gender]))
  return words.join(' ').replace('\u00a0', ' ')
}

/** The words of a name in another order. */
function reorder(name: string): string {
  const words = name.split(' ')
  return [...words.slice(1), words[0] ?? ''].join(' ')
}

/** A name as it stands on a second card; at severity 1, 55 of 100 have changed. */
export function nameOnSecondCard(
  name: string,
  gender: 'male' | 'female',
  severity: number,
  random: Random,
): { readonly name: string; readonly how: string } {
  if (random.unit() >= 0.55 * severity) return { name, how: 'same' }
  const kind = 0.45 + 0.55 * random.unit()
  if (kind < 0.76) return { name: respell(name, random), how: 'respelled' }
  if (kind < 0.84) return { name: mistype(name, random), how: 'mistyped' }
  if (kind < 0.96) return { name: lengthen(name, gender, random), how: 'lengthened' }
  return { name: reorder(name), how: 'reordered' }
}
