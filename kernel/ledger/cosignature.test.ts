import { createPrivateKey } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { cosign, cosignaturesOn, parseWitnessKey, verifyCosignature, witnessKey } from './cosignature.ts'
import { parseSignature, verifierKey, type NoteSignature } from './note.ts'
import { joinNotes, splitNotes } from './note-list.ts'
import { openSigner } from './signer.ts'

const folder = mkdtempSync(join(tmpdir(), 'intikhab-cosignature-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** The key of RFC 8032 §7.1, test 1. */
const seed = '9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60'
const file = join(folder, 'rfc8032.pem')
const der = Buffer.from(`302e020100300506032b657004220420${seed}`, 'hex')
const pem = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' }).export({ type: 'pkcs8', format: 'pem' })
writeFileSync(file, pem, { mode: 0o600 })
const witness = openSigner(file, 'witness.example.com/w1')

/** The example of the specification, cosigned with that key by another program (Python's cryptography). */
const text = 'example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n'
const key = 'witness.example.com/w1+7e6f4aaa+BNdamAGCsQq31Uv+08lkBzoO4XLz2qYjJa8CGmj3B1Ea'
const line =
  '— witness.example.com/w1 fm9KqgAAAABkGFDL+TPmh4BYuAjsYRoqMJCWb/gWJaeRF/kmm5tlCr9sJ57DLErur7K0yDXc2ArN+TIuotuB/HbuL3AJsp3bv/aNCQ=='
const read = (of: string): NoteSignature => parseSignature(of) as NoteSignature

test('key and cosignature are byte for byte what another program makes of the specification', () => {
  expect(witnessKey(witness)).toBe(key)
  expect(cosign(text, witness, 1_679_315_147)).toBe(line)
  expect(parseWitnessKey(key)).toEqual({ name: witness.name, publicKey: witness.publicKey })
})

test('a cosignature is believed for its text, its time and its key, and for nothing else', () => {
  expect(verifyCosignature(text, read(line), witness)).toMatchObject({ at: 1_679_315_147, line })
  const bytes = Buffer.from(line.split(' ')[2] ?? '', 'base64')
  const changed = (at: number): NoteSignature => {
    const other = Buffer.from(bytes)
    other[at] = (other[at] ?? 0) ^ 1
    return read(`— ${witness.name} ${other.toString('base64')}`)
  }
  expect(verifyCosignature(text.replace('20852163', '20852164'), read(line), witness)).toBeUndefined()
  for (const at of [0, 4, 11, 12, 75])
    expect([at, verifyCosignature(text, changed(at), witness)]).toEqual([at, undefined])
  expect(verifyCosignature(text, read(line), { ...witness, name: 'another' })).toBeUndefined()
  expect(verifyCosignature(text, read(line.slice(0, -8)), witness)).toBeUndefined()
})

test('a time that no number holds exactly is no time', () => {
  const huge = Buffer.from(line.split(' ')[2] ?? '', 'base64')
  huge.writeBigUInt64BE(1n << 62n, 4)
  expect(verifyCosignature(text, read(`— ${witness.name} ${huge.toString('base64')}`), witness)).toBeUndefined()
})

test('the key of a log is no key of a witness', () => {
  for (const wrong of [verifierKey(witness), key.replace('7e6f4aaa', '7e6f4aab'), key.slice(0, -1), '', 'a+b+c'])
    expect([wrong, parseWitnessKey(wrong)]).toEqual([wrong, undefined])
})

test('a note has the cosignatures of those who are known, each once, whatever else stands below it', () => {
  const note = `${text}\n— somebody.example AAAAAAAA\n${line}\n${line}\n`
  expect(cosignaturesOn(note, [witness]).map(({ at }) => at)).toEqual([1_679_315_147])
  expect(cosignaturesOn(note, [])).toEqual([])
  expect(cosignaturesOn('no note', [witness])).toEqual([])
})

test('notes one after the other come apart again, and a torn end is left out', () => {
  const notes = [`${text}\n${line}\n`, `${text.replace('2085', '3085')}\n${line}\n${line}\n`, `${text}\n${line}\n`]
  const joined = joinNotes(notes)
  expect(splitNotes(joined)).toEqual({ notes, rest: 0 })
  expect(splitNotes(`${joined}\n`)).toEqual({ notes, rest: 0 })
  expect(splitNotes('')).toEqual({ notes: [], rest: 0 })
  const torn = splitNotes(joined.slice(0, -60))
  expect(torn.notes).toEqual(notes.slice(0, 2))
  expect(torn.rest).toBeGreaterThan(0)
})
