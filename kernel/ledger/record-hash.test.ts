import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { digestRows, digestTables, hashReason, hashRecord } from './record-hash.ts'

test('a record has one fingerprint, in whatever order its fields are written', () => {
  const expected = createHash('sha256').update('{"party":null,"votes":78911}').digest('hex')
  expect(hashRecord({ votes: 78_911, party: null })).toBe(expected)
  expect(hashRecord({ party: null, votes: 78_911 })).toBe(expected)
  expect(hashRecord({ party: null, votes: 78_878 })).not.toBe(expected)
})

test('with a salt the same person gives another fingerprint', () => {
  const salt = Buffer.alloc(16, 7)
  expect(hashRecord({ name: 'A' }, salt)).toBe(
    createHash('sha256')
      .update(Buffer.concat([salt, Buffer.from('{"name":"A"}')]))
      .digest('hex'),
  )
  expect(hashRecord({ name: 'A' }, salt)).not.toBe(hashRecord({ name: 'A' }))
})

test('a table has the fingerprint of its rows as lines of JSON, whether it comes alone or among the rows of others', async () => {
  const rows = Array.from({ length: 2500 }, (_, n) => [n, `place "${n}"`, n % 2 === 0, null])
  const expected = createHash('sha256')
    .update(rows.map((row) => `${JSON.stringify(row)}\n`).join(''))
    .digest('hex')
  async function* fromTwoTables() {
    for (const [n, row] of rows.entries()) {
      yield ['one', row] as const
      if (n % 10 === 0) yield ['other', row] as const
    }
  }
  expect(digestRows(rows)).toBe(expected)
  const digests = await digestTables(fromTwoTables())
  expect([digests.get('one'), digests.get('none')]).toEqual([expected, undefined])
  expect(digests.get('other')).toBe(digestRows(rows.filter((_, n) => n % 10 === 0)))
  expect(digestRows([...rows].reverse())).not.toBe(expected)
})

test('a reason without its salt cannot be guessed from its fingerprint', () => {
  const [one, other] = [Buffer.alloc(16, 1), Buffer.alloc(16, 2)]
  expect(hashReason('Flood', one)).toBe(hashRecord({ reason: 'Flood' }, one))
  expect(hashReason('Flood', one)).not.toBe(hashReason('Flood', other))
})
