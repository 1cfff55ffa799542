import fc from 'fast-check'
import { expect, test } from 'vitest'
import { splitAreas } from './split-areas.ts'

const line = (block: number, gender: string, serial: number) =>
  `${String(block).padStart(9, '0')}\t${gender}\t${serial}\tنام\\t${'x'.repeat(serial % 7)}\n`

const areas = fc.uniqueArray(
  fc.record({
    block: fc.integer({ min: 0, max: 999_999_999 }),
    genders: fc.array(fc.constantFrom('f', 'm', 'o'), { minLength: 1, maxLength: 12 }),
  }),
  { selector: ({ block }) => block, maxLength: 8 },
)

test('however the lines are cut into chunks, each area comes out whole, once, with its counts', () => {
  fc.assert(
    fc.property(areas, fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1 }), (given, cuts) => {
      const expected = given.map(({ block, genders }) => ({
        block,
        text: genders.map((gender, i) => line(block, gender, i + 1)).join(''),
        men: genders.filter((one) => one === 'm').length,
        women: genders.filter((one) => one === 'f').length,
        others: genders.filter((one) => one === 'o').length,
      }))
      const bytes = Buffer.from(expected.map(({ text }) => text).join(''))
      const found: typeof expected = []
      const split = splitAreas(({ chunks, ...area }) => found.push({ ...area, text: Buffer.concat(chunks).toString() }))
      for (let at = 0, turn = 0; at < bytes.length; turn++) {
        const size = cuts[turn % cuts.length] ?? 1
        split.push(Uint8Array.from(bytes.subarray(at, at + size)))
        at += size
      }
      split.end()
      expect(found).toEqual(expected)
    }),
  )
})

test('a line that is cut off at the end is not taken for a voter', () => {
  const split = splitAreas(() => undefined)
  split.push(Buffer.from('123456789\tm\t1'))
  expect(() => split.end()).toThrow('cut off')
})
