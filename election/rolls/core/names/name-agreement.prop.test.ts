import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mistypings, nameAgreement, nameForm } from './name-agreement.ts'
import { keysNear, nameKey } from './name-key.ts'
import { matchName } from './rank-names.ts'

const word = fc.string({ unit: fc.constantFrom(...Array.from('ABDKLMNRSTXZ')), maxLength: 9 })

/** As the definition has it, without a limit and without thought for time. */
function slips(a: string, b: string): number {
  const known = new Map<string, number>()
  const of = (i: number, j: number): number => {
    if (i === 0 || j === 0) return i + j
    const key = `${i}/${j}`
    const found = known.get(key)
    if (found !== undefined) return found
    const choices = [of(i - 1, j) + 1, of(i, j - 1) + 1, of(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1)]
    if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) choices.push(of(i - 2, j - 2) + 1)
    known.set(key, Math.min(...choices))
    return Math.min(...choices)
  }
  return of(a.length, b.length)
}

test('slips are counted as the definition has it, up to the limit', () => {
  fc.assert(
    fc.property(word, word, fc.integer({ min: 0, max: 4 }), (a, b, limit) => {
      expect(Math.min(mistypings(a, b, limit), limit + 1)).toBe(Math.min(slips(a, b), limit + 1))
    }),
    { numRuns: 2000 },
  )
})

const names = fc
  .array(fc.constantFrom('محمد', 'علی', 'Ahmed', 'خان', 'بی بی', 'عبدالرحمن', 'Hussain', 'گل', 'زمان'), {
    minLength: 1,
    maxLength: 4,
  })
  .map((words) => words.join(' '))

test('two names agree alike whichever comes first, and each with itself', () => {
  fc.assert(
    fc.property(names, names, (a, b) => {
      expect(nameAgreement(nameForm(a), nameForm(b))).toBe(nameAgreement(nameForm(b), nameForm(a)))
      expect(nameAgreement(nameForm(a), nameForm(a))).toBe('same')
    }),
  )
})

test.each([
  ['same', 'محمد علی', 'Mohd. Ali'],
  ['reordered', 'علی رضا', 'رضا علی'],
  ['part', 'عمران', 'محمد عمران خان'],
  ['near', 'ذوالفقار گردیزی', 'ذوالفقار گردیسی'],
  ['other', 'نسرین بی بی', 'شازیہ بیگم'],
])('%s: %s and %s', (agreement, one, other) => {
  expect(nameAgreement(nameForm(one), nameForm(other))).toBe(agreement)
})

test('who is written as it was typed comes before who sounds alike, and before who sounds nearly so', () => {
  const typed = 'راشد علی'
  const match = (ur: string, en = '') => matchName(typed, nameForm(typed), { ur, en }, nameForm(ur))
  const found = ['راشد علی', 'رشید علی', 'راشک علی', 'علی راشد', 'محمد راشد علی'].map((ur) => match(ur))
  expect(found.map((one) => one?.how)).toEqual(['exact', 'same', 'near', 'reordered', 'part'])
  const order = found.map((one) => one?.closeness ?? 0)
  expect(order).toEqual(order.toSorted((a, b) => b - a))
  expect(match('نسرین')).toBeUndefined()
  expect(matchName('Rashid Ali', nameForm('Rashid Ali'), { ur: typed, en: 'Rashid Ali' }, nameForm(typed))).toEqual({
    how: 'exact',
    closeness: 1,
  })
})

test('one slip in a name is among the keys near it, and the name itself is not', () => {
  expect(keysNear('ذوالفقار گردیزی')).toContain(nameKey('ذوالفقار گردیسی'))
  expect(keysNear('شکیل احمد')).toContain(nameKey('شیل احمد'))
  expect(keysNear('نوید ملک')).toContain(nameKey('نوید لمک'))
  expect(keysNear('محمد علی')).not.toContain(nameKey('Mohd. Ali'))
})
