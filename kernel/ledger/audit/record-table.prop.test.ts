import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createRecordTable, type LastWord } from './record-table.ts'

const word = fc.record({
  after: fc.option(fc.uint8Array({ minLength: 32, maxLength: 32 }).map((bytes) => Buffer.from(bytes).toString('hex'))),
  leaf: fc.nat(2 ** 40),
})
const records = fc.nat(60).map((n) => `results.form:${n}`)

test('the table says of every record what a map would say, also after it has grown', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(records, word)), fc.array(records), (words, visited) => {
      const table = createRecordTable()
      const map = new Map<string, LastWord>()
      for (const [record, each] of words) {
        table.set(record, each)
        map.set(record, each)
      }
      for (const record of visited) table.meet(record)
      expect(table.size).toBe(map.size)
      for (let n = 0; n <= 60; n++) expect(table.find(`results.form:${n}`)).toEqual(map.get(`results.form:${n}`))
      const unmet = [...map].filter(([record, { after }]) => after !== null && !visited.includes(record))
      expect(table.unmet(new Set(['results.form']))).toEqual(
        [...new Set(unmet.map(([, { leaf }]) => leaf))].toSorted((a, b) => a - b),
      )
      expect(table.unmet(new Set(['results.image']))).toEqual([])
      for (const record of visited) expect(table.isMet(record)).toBe(map.has(record))
    }),
  )
  const table = createRecordTable()
  for (let n = 0; n < 5000; n++) table.set(`kind:${n}`, { after: null, leaf: n })
  expect(Array.from({ length: 5000 }, (_, n) => table.find(`kind:${n}`)?.leaf)).toEqual(
    Array.from({ length: 5000 }, (_, n) => n),
  )
})
