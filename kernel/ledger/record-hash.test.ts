import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { hashRecord } from './record-hash.ts'

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
