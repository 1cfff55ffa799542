import { generateKeyPairSync, sign } from 'node:crypto'
import { expect, test } from 'vitest'
import { parseCheckpoint, signCheckpoint } from './checkpoint.ts'
import {
  encodeKeys,
  fingerprintOf,
  firstKey,
  isInTime,
  keysOf,
  parseKeys,
  succeedKey,
  trustFrom,
  type KeyEndFacts,
  type KeyHistory,
} from './key-history.ts'
import { keyIdOf, rawPublicKey, type Signer } from './signer.ts'

const origin = 'example.org/ledger'

function newKey(name = origin): Signer {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  const raw = rawPublicKey(publicKey)
  return {
    name,
    keyId: keyIdOf(raw),
    publicKey: raw,
    publicKeyPem: publicKey.export({ type: 'spki', format: 'pem' }),
    sign: (bytes) => sign(null, bytes, privateKey),
  }
}

const hash = (byte: string) => byte.repeat(64)
const [first, second, third, thief] = [newKey(), newKey(), newKey(), newKey()]
const rotated: KeyEndFacts = {
  why: 'rotated',
  at: '2026-11-22T08:00:00.000Z',
  since: null,
  last: { [origin]: { number: 100, sha256: hash('a') } },
  anchor: null,
}
const stolen: KeyEndFacts = {
  why: 'stolen',
  at: '2026-11-23T08:00:00.000Z',
  since: '2026-11-22T20:00:00.000Z',
  last: { [origin]: { number: 200, sha256: hash('b') } },
  anchor: 'a checkpoint with the lines of its witnesses\n',
}
const afterOne = await succeedKey(firstKey(first), rotated, second, first)
const afterTwo = await succeedKey(afterOne, stolen, third)

test('a key is believed from the last number of the one before it to its own last, and at the seams for one hash only', () => {
  const believed = (index: number, number: number, sha256 = hash('f')) =>
    isInTime(afterTwo, index, origin, { number, sha256 })
  expect([0, 99, 101].map((number) => believed(0, number))).toEqual([true, true, false])
  expect([believed(0, 100, hash('a')), believed(0, 100)]).toEqual([true, false])
  expect([99, 101, 199, 201].map((number) => believed(1, number))).toEqual([false, true, true, false])
  expect([believed(1, 100, hash('a')), believed(1, 100), believed(1, 200, hash('b'))]).toEqual([true, false, true])
  expect([199, 201, 1e9].map((number) => believed(2, number))).toEqual([false, true, true])
  expect(isInTime(afterTwo, 0, 'another/series', { number: 1, sha256: hash('a') })).toBe(false)
})

test('a checkpoint is believed under the key of its time: old ones stay, a thief’s later ones do not count', async () => {
  const parsed = async (size: number, root: string, ...signers: Signer[]) =>
    parseCheckpoint((await signCheckpoint(origin, size, root, ...signers)).note, origin, afterTwo)?.size
  expect(await parsed(50, hash('c'), first)).toBe(50)
  expect(await parsed(100, hash('a'), first, second)).toBe(100)
  expect(await parsed(150, hash('c'), first)).toBeUndefined()
  expect(await parsed(150, hash('c'), second)).toBe(150)
  expect(await parsed(201, hash('c'), second)).toBeUndefined()
  expect(await parsed(201, hash('c'), third)).toBe(201)
  expect(await parsed(50, hash('c'), third)).toBeUndefined()
  expect(await parsed(201, hash('c'), thief)).toBeUndefined()
})

test('the published history is read back, one line a key, and nothing in it can be altered', () => {
  const text = encodeKeys(afterTwo)
  expect(parseKeys(text)).toEqual(afterTwo)
  expect(text.split('\n').filter((line) => line.includes(fingerprintOf(second)))).toHaveLength(1)
  for (const [before, after] of [
    ['"why":"rotated"', '"why":"lost"'],
    ['"number":100', '"number":101'],
    ['"number":200', '"number":900'],
    [hash('b'), hash('c')],
    ['"since":"2026-11-22T20', '"since":"2026-11-22T21'],
    ['lines of its witnesses', 'lines of no witness'],
    [fingerprintOf(second), fingerprintOf(thief)],
    ['{"format"', '{ "format"'],
  ] as const) {
    expect(text).toContain(before)
    expect(parseKeys(text.replace(before, after))).toBeUndefined()
  }
  expect(parseKeys(encodeKeys({ ...afterTwo, ended: afterTwo.ended.slice(0, 1) }))).toBeUndefined()
  expect(parseKeys(encodeKeys({ ...afterTwo, current: thief }))).toBeUndefined()
  for (const text of ['', 'null', '{"format":"intikhab-keys/1","keys":[]}']) expect(parseKeys(text)).toBeUndefined()
})

test('a rotation that the old key has not signed is none', async () => {
  const forged: KeyHistory = await succeedKey(firstKey(first), rotated, thief)
  expect(parseKeys(encodeKeys(forged))).toBeUndefined()
})

test('who knows one key believes those before it, and those after it until one was lost or stolen', () => {
  expect(keysOf(afterTwo).map(({ publicKey }) => trustFrom(afterTwo, publicKey).unvouched?.why)).toEqual([
    'stolen',
    'stolen',
    undefined,
  ])
  expect(trustFrom(afterOne, first.publicKey)).toEqual({ isKnown: true, unvouched: undefined })
  expect(trustFrom(afterTwo, thief.publicKey).isKnown).toBe(false)
})
