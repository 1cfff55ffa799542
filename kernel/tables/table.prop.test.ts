import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readTable, streamSource, text, type TableShape } from './index.ts'

interface Pair {
  left: string
  right: string
}
const pairs: TableShape<Pair> = { columns: { left: text({ limit: 60 }), right: text({ limit: 60 }) } }

const visible = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 12 })
  .map((words) => words.normalize('NFC').replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, '_'))

const written = (field: string, quote: boolean) =>
  quote || /[",\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field

async function* cutAt(bytes: Buffer, size: number): AsyncGenerator<Uint8Array> {
  for (let from = 0; from < bytes.length; from += size) yield bytes.subarray(from, from + size)
}

test('what was written comes back, wherever the bytes are cut and however it was quoted', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.record({ left: visible, right: visible, quote: fc.boolean() }), { minLength: 1, maxLength: 20 }),
      fc.integer({ min: 1, max: 40 }),
      fc.constantFrom('\n', '\r\n'),
      async (rows, size, ending) => {
        const lines = rows.map((row) => `${written(row.left, row.quote)},${written(row.right, !row.quote)}`)
        const file = Buffer.from(['left,right', ...lines, ''].join(ending))
        const reading = await readTable(streamSource('pairs.csv', cutAt(file, size)), pairs)
        expect(reading.ok && reading.table.rows.map(({ left, right }) => ({ left, right }))).toEqual(
          rows.map(({ left, right }) => ({ left, right })),
        )
      },
    ),
    { numRuns: 200 },
  )
})

test('no bytes whatever make the reader throw', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), fc.boolean(), async (bytes, headed) => {
      const file = Buffer.concat([Buffer.from(headed ? 'left,right\n' : ''), Buffer.from(bytes)])
      const reading = await readTable(streamSource('any', cutAt(file, 37)), pairs)
      expect(reading.ok || reading.refused.count).toBeTruthy()
    }),
    { numRuns: 300 },
  )
})
