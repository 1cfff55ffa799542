import { chmodSync, existsSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { encodeKeys, parseKeys, type KeyEndFacts } from '@intikhab/kernel/ledger'
import { changeKey, connectToken, findCurrent, openKeys, openNext, signerAt, type KeyHome } from './index.ts'
import { hasSoftHsm, softToken } from './token/softhsm.testkit.ts'

let folder: string
let home: KeyHome
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'intikhab-home-'))
  home = { name: 'example.org/ledger', list: join(folder, 'ledger-keys.json'), file: join(folder, 'ledger.pem') }
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const facts: KeyEndFacts = {
  why: 'rotated',
  at: '2026-11-22T08:00:00.000Z',
  since: null,
  last: { 'example.org/ledger': { number: 3, sha256: 'ab'.repeat(32) } },
  anchor: null,
}

test('the first key is made once, and found again; a key file from before there was a list is the first key', async () => {
  const made = await openKeys(home, true)
  expect(made.keys.ended).toEqual([])
  rmSync(home.list)
  const again = await openKeys(home, false)
  expect(again.signer.publicKey).toEqual(made.signer.publicKey)
  expect(encodeKeys(again.keys)).toBe(readFileSync(home.list, 'utf8'))
})

test('a key that is gone is never made anew in silence, with its list or without', async () => {
  const { keys } = await openKeys(home, true)
  renameSync(home.file, join(folder, 'elsewhere'))
  await expect(openKeys(home, true)).rejects.toThrow('is not in')
  rmSync(home.list)
  await expect(openKeys(home, false)).rejects.toThrow('are gone')
  expect(existsSync(home.file)).toBe(false)
  expect(await findCurrent(home, keys)).toBeUndefined()
})

test('another key in the file, an open file and a list that was touched are refused', async () => {
  const { keys } = await openKeys(home, true)
  const text = readFileSync(home.list, 'utf8')
  writeFileSync(home.list, text.replace('"end":null', '"end": null'))
  await expect(openKeys(home, false)).rejects.toThrow('is damaged')
  writeFileSync(home.list, text)
  chmodSync(home.file, 0o644)
  await expect(openKeys(home, false)).rejects.toThrow('mode 0644')
  const stranger = await openKeys({ ...home, list: join(folder, 'other.json'), file: join(folder, 'other.pem') }, true)
  rmSync(home.file)
  renameSync(join(folder, 'other.pem'), home.file)
  await expect(openKeys(home, false)).rejects.toThrow('is not in')
  expect(stranger.keys.current.publicKey).not.toEqual(keys.current.publicKey)
})

test('a change that broke off before its statement changes nothing; done again, it takes the same next key', async () => {
  const first = await openKeys(home, true)
  const next = await openNext(home, first.keys)
  expect((await openKeys(home, false)).signer.publicKey).toEqual(first.signer.publicKey)
  const again = await openNext(home, first.keys)
  expect(again.signer.publicKey).toEqual(next.signer.publicKey)
  const after = await changeKey(home, first.keys, facts, again, first.signer)
  expect(parseKeys(readFileSync(home.list, 'utf8'))).toEqual(after.keys)
  const opened = await openKeys(home, false)
  expect(opened.place).toEqual({ kind: 'file', file: join(folder, 'ledger-2.pem') })
  expect(signerAt(opened.place, home.name).publicKey).toEqual(next.signer.publicKey)
})

describe.skipIf(!hasSoftHsm())('with a token', () => {
  test('a new purpose has its key there and nowhere else; one in a file must move, and back by another change', async () => {
    const soft = softToken()
    const token = { token: connectToken(soft.place), label: 'intikhab-ledger' }
    const inToken = await openKeys({ ...home, token }, true)
    expect([inToken.place.kind, existsSync(home.file)]).toEqual(['token', false])
    expect(await signerAt(inToken.place, home.name).sign(Buffer.from('a'))).toHaveLength(64)
    await expect(openKeys(home, false)).rejects.toThrow('is not in')

    const back = await openNext(home, inToken.keys)
    const after = await changeKey(home, inToken.keys, facts, back, inToken.signer)
    expect(after.place).toEqual({ kind: 'file', file: join(folder, 'ledger-2.pem') })
    await expect(openKeys({ ...home, token }, false)).rejects.toThrow('and a token is configured')
    const there = await openNext({ ...home, token }, after.keys)
    const last = { 'example.org/ledger': { number: 9, sha256: 'cd'.repeat(32) } }
    const moved = await changeKey({ ...home, token }, after.keys, { ...facts, last }, there, after.signer)
    expect((await openKeys({ ...home, token }, false)).signer.publicKey).toEqual(moved.signer.publicKey)
    soft.remove()
  })
})
