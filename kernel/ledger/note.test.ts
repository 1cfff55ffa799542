import { execFileSync, spawnSync } from 'node:child_process'
import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { generateKeyPairSync } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { parseCheckpoint, signCheckpoint } from './checkpoint.ts'
import { parseVerifierKey, signNote, verifierKey, verifyNote } from './note.ts'
import { openSigner, UnsafeKeyFile } from './signer.ts'

const folder = mkdtempSync(join(tmpdir(), 'intikhab-note-'))
afterAll(() => rmSync(folder, { recursive: true }))

const signer = openSigner(join(folder, 'keys', 'ledger.pem'), 'example.org/ledger')
const root = '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328'
const openssl = 'openssl'
const hasOpenssl = spawnSync(openssl, ['version']).status === 0

test("the verifier key of Go's sumdb/note package is read and written as it is there", () => {
  const text = 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW'
  const key = parseVerifierKey(text)
  expect(key?.name).toBe('PeterNeumann')
  expect(key && verifierKey(key)).toBe(text)
  expect(parseVerifierKey(text.replace('c74f20a3', 'c74f20a4'))).toBeUndefined()
  // The note signed by that key in the same package's documentation.
  const note = `If you think cryptography is the answer to your problem,
then you don't know what your problem is.

— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=
`
  expect(key && verifyNote(note, key)).toMatch(/^If you think .* is\.\n$/s)
  expect(key && verifyNote(note.replace('problem,', 'problem;'), key)).toBeUndefined()
})

test('a checkpoint is read back, and refused when anything in it has changed', async () => {
  const { note } = await signCheckpoint('example.org/ledger', 8, root, signer)
  expect(parseCheckpoint(note, 'example.org/ledger', signer)).toEqual({ size: 8, root, note })
  expect(note.split('\n').slice(0, 3)).toEqual([
    'example.org/ledger',
    '8',
    'XcnaeacGWamtVZy3Ad7ZoqudgjqtL0lgz+Nw7/RgQyg=',
  ])
  expect(parseCheckpoint(note.replace('\n8\n', '\n9\n'), 'example.org/ledger', signer)).toBeUndefined()
  expect(parseCheckpoint(note, 'example.org/other', signer)).toBeUndefined()
  expect(parseCheckpoint(note.slice(0, -1), 'example.org/ledger', signer)).toBeUndefined()
  expect(parseCheckpoint('', 'example.org/ledger', signer)).toBeUndefined()
  const bad = await signNote('example.org/ledger\n08\nXcnaeacGWamtVZy3Ad7ZoqudgjqtL0lgz+Nw7/RgQyg=\n', signer)
  expect(parseCheckpoint(bad, 'example.org/ledger', signer)).toBeUndefined()
})

test('signatures of witnesses are passed over; a note without ours is refused', async () => {
  const witness = openSigner(join(folder, 'witness.pem'), 'witness.example')
  const { note } = await signCheckpoint('example.org/ledger', 8, root, signer)
  const [text = '', ours = ''] = note.split('\n\n')
  const theirs = (await signNote(`${text}\n`, witness)).split('\n\n')[1] ?? ''
  expect(verifyNote(`${text}\n\n${theirs}${ours}`, signer)).toBe(`${text}\n`)
  expect(verifyNote(`${text}\n\n${theirs}`, signer)).toBeUndefined()
})

test.skipIf(!hasOpenssl)(
  'openssl agrees with the signature, and disagrees after one changed byte (skipped without openssl)',
  async () => {
    const { note } = await signCheckpoint('example.org/ledger', 8, root, signer)
    const [text = '', line = ''] = note.split('\n\n')
    const at = (name: string) => join(folder, name)
    writeFileSync(at('key.pem'), signer.publicKeyPem)
    writeFileSync(at('sig'), Buffer.from(line.split(' ')[2] ?? '', 'base64').subarray(4))
    const verify = (body: string) => {
      writeFileSync(at('body'), body)
      return spawnSync(openssl, [
        'pkeyutl',
        '-verify',
        '-pubin',
        '-inkey',
        at('key.pem'),
        '-rawin',
        '-in',
        at('body'),
        '-sigfile',
        at('sig'),
      ]).status
    }
    expect(verify(`${text}\n`)).toBe(0)
    expect(verify(`${text.replace('8', '9')}\n`)).not.toBe(0)
    expect(execFileSync(openssl, ['pkey', '-in', at('keys/ledger.pem'), '-pubout']).toString()).toBe(
      signer.publicKeyPem,
    )
  },
)

test('a key file is made once, for its owner alone, and refused when others may read it or it is something else', () => {
  const file = join(folder, 'made', 'key.pem')
  const made = openSigner(file, 'a')
  expect(statSync(file).mode & 0o777).toBe(0o600)
  expect(openSigner(file, 'a').publicKeyPem).toBe(made.publicKeyPem)
  chmodSync(file, 0o640)
  expect(() => openSigner(file, 'a')).toThrow(UnsafeKeyFile)
  expect(() => openSigner(file, 'a')).toThrow(/has mode 0640/)
  const wrong = join(folder, 'wrong.pem')
  writeFileSync(wrong, 'no key', { mode: 0o600 })
  expect(() => openSigner(wrong, 'a')).toThrow(/holds no private key/)
  writeFileSync(
    wrong,
    generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ type: 'pkcs8', format: 'pem' }),
  )
  expect(() => openSigner(wrong, 'a')).toThrow(/not Ed25519/)
  expect(() => openSigner(file, 'two words')).toThrow(/cannot name a key/)
  expect(readFileSync(file, 'utf8')).toMatch(/^-----BEGIN PRIVATE KEY-----/)
})
