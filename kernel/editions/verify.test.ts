import { appendFileSync, copyFileSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { encodeKeys, firstKey, openSigner } from '@intikhab/kernel/ledger'
import { encodeManifest, verifyEdition, type ExpectedEdition } from './index.ts'
import { editionBench } from './editions.testkit.ts'

let bench: ReturnType<typeof editionBench>
beforeEach(async () => {
  bench = editionBench()
  await bench.publish({ 'summary.json': '{"counted":7}', 'contests/NA-46.json': '{}' })
  await bench.publish({ 'summary.json': '{"counted":8}' }, ['contests/NA-46.json'])
})
afterEach(() => bench.remove())

const at = (path: string) => bench.at(2, path)
const found = async (expected = {}) =>
  (await verifyEdition(at(''), expected)).findings.map(({ kind, field }) => `${kind.code} ${field}`).sort()

test('an edition as published has nothing wrong with it', async () => {
  const check = await verifyEdition(at(''), {
    publicKeyPem: bench.signer.publicKeyPem,
    checkpoint: { size: 3, root: 'ab'.repeat(32) },
  })
  expect(check).toMatchObject({ findings: [], files: 2, bytes: 15 })
  expect(await found({ checkpoint: { size: 9, root: '00'.repeat(32) } })).toEqual([])
})

const harms: [string, () => void, string[]][] = [
  ['a changed byte', () => writeFileSync(at('summary.json'), '{"counted":9}'), ['editions.altered-file summary.json']],
  ['a missing file', () => rmSync(at('summary.json')), ['editions.missing-file summary.json']],
  [
    'a file too many',
    () => writeFileSync(at('contests/NA-47.json'), '{}'),
    ['editions.extra-file contests/NA-47.json'],
  ],
  [
    'a link in place of a file',
    () => (rmSync(at('summary.json')), symlinkSync('/dev/null', at('summary.json'))),
    ['editions.missing-file summary.json'],
  ],
  ['a link too many', () => symlinkSync('/etc', at('etc')), ['editions.extra-file etc']],
  ['no signature', () => rmSync(at('manifest.sig')), ['editions.bad-signature manifest.sig']],
  [
    'the signature of the edition before',
    () => copyFileSync(bench.at(1, 'manifest.sig'), at('manifest.sig')),
    ['editions.bad-signature manifest.sig'],
  ],
  ['a manifest with a space', () => appendFileSync(at('manifest.json'), ' '), ['editions.no-manifest manifest.json']],
  ['no manifest', () => rmSync(at('manifest.json')), ['editions.no-manifest manifest.json']],
  ['other sums', () => appendFileSync(at('SHA256SUMS'), '\n'), ['editions.wrong-sums SHA256SUMS']],
  [
    'another predecessor',
    () => copyFileSync(at('manifest.json'), bench.at(1, 'manifest.json')),
    ['editions.wrong-previous ../1/manifest.json'],
  ],
  ['a torn key', () => writeFileSync(at('publisher.pem'), 'no key'), ['editions.other-publisher publisher.pem']],
]

test.each(harms)('%s is found', async (_what, harm, findings) => {
  harm()
  expect(await found()).toEqual(findings)
})

test('an edition that a stranger signed is found when the publisher is known', async () => {
  const stranger = openSigner(`${bench.folder}/stranger.key`, 'stranger.example')
  const { manifest } = await verifyEdition(at(''))
  if (manifest === undefined) throw new Error('the edition has a manifest')
  const forged = encodeManifest({ ...manifest, madeAt: '2026-02-09T00:00:00.000Z' })
  writeFileSync(at('manifest.json'), forged)
  writeFileSync(at('manifest.sig'), stranger.sign(forged))
  writeFileSync(at('publisher.pem'), stranger.publicKeyPem)
  expect(await found()).toEqual(['editions.bad-signature manifest.sig', 'editions.other-publisher publisher.pem'])
  writeFileSync(at('publisher-keys.json'), encodeKeys(firstKey(stranger)))
  expect(await found()).toEqual([])
  expect(await found({ publicKeyPem: bench.signer.publicKeyPem })).toEqual([
    'editions.bad-signature manifest.sig',
    'editions.other-publisher publisher.pem',
  ])
})

test('an edition of another ledger is found', async () => {
  for (const checkpoint of [
    { size: 3, root: '00'.repeat(32) },
    { size: 2, root: 'ab'.repeat(32) },
  ])
    expect(await found({ checkpoint })).toEqual(['editions.other-ledger manifest.json'])
})

test('a manifest that leads out of its folder, lists a file twice or starts a chain in the middle is no manifest to be believed', async () => {
  const { manifest } = await verifyEdition(at(''))
  const file = manifest?.files[0]
  if (manifest === undefined || file === undefined) throw new Error('the edition has files')
  mkdirSync(at('deep'))
  const write = (changed: object) => {
    const bytes = encodeManifest({ ...manifest, ...changed })
    writeFileSync(at('manifest.json'), bytes)
    writeFileSync(at('manifest.sig'), bench.signer.sign(bytes))
  }
  for (const files of [
    [{ ...file, path: '../../latest' }],
    [{ ...file, path: '/etc/passwd' }],
    [file, file],
    [{ ...file, size: -1 }],
  ]) {
    write({ files })
    expect(await found()).toEqual(['editions.no-manifest manifest.json'])
  }
  write({ previous: null })
  expect(await found()).toEqual(['editions.wrong-previous manifest.json'])
  expect(readFileSync(at('SHA256SUMS'), 'utf8')).toContain('  summary.json\n')
})

test('an edition of an old key stays good in its time, whichever key of the publisher one knows', async () => {
  const first = bench.signer.publicKeyPem
  const { sha256 } = await verifyEdition(at(''))
  await bench.changeKey('rotated', { number: 2, sha256: sha256 ?? '' })
  await bench.publish({ 'summary.json': '{"counted":9}' }, ['contests/NA-46.json'])
  const second = bench.signer.publicKeyPem
  const codes = async (number: number, expected: ExpectedEdition) =>
    (await verifyEdition(bench.at(number, ''), expected)).findings.map(({ kind }) => kind.code)
  for (const publicKeyPem of [first, second])
    for (const number of [1, 2, 3]) expect(await codes(number, { publicKeyPem, keys: bench.keys })).toEqual([])
  expect(await codes(3, { publicKeyPem: first })).toEqual([])
  expect(await codes(3, {})).toEqual([])
  // The list inside an older edition cannot know of the keys to come.
  expect(await codes(2, { publicKeyPem: second })).toContain('editions.other-publisher')
})

test('an old key signs nothing after its time, and another edition of its last number neither', async () => {
  const [old, keys] = [bench.signer, bench.keys]
  const { sha256, manifest } = await verifyEdition(at(''))
  if (manifest === undefined) throw new Error('the edition has a manifest')
  await bench.changeKey('rotated', { number: 2, sha256: sha256 ?? '' })
  await bench.publish({ 'summary.json': '{"counted":9}' }, ['contests/NA-46.json'])
  for (const number of [2, 3]) {
    const { manifest: made } = await verifyEdition(bench.at(number, ''))
    const forged = encodeManifest({ ...(made ?? manifest), madeAt: '2026-02-09T00:00:00.000Z' })
    writeFileSync(bench.at(number, 'manifest.json'), forged)
    writeFileSync(bench.at(number, 'manifest.sig'), old.sign(forged))
    writeFileSync(bench.at(number, 'publisher.pem'), old.publicKeyPem)
    writeFileSync(bench.at(number, 'publisher-keys.json'), encodeKeys(keys))
    const codes = (await verifyEdition(bench.at(number, ''), { keys: bench.keys })).findings.map(
      ({ kind }) => kind.code,
    )
    expect(codes).toContain('editions.ended-key')
  }
})

test('after a theft the stolen key proves only what leads to its last true edition, and does not vouch for its successor', async () => {
  const stolen = bench.signer.publicKeyPem
  const { sha256 } = await verifyEdition(at(''))
  await bench.changeKey('stolen', { number: 2, sha256: sha256 ?? '' })
  await bench.publish({ 'summary.json': '{"counted":9}' }, ['contests/NA-46.json'])
  const codes = async (number: number, expected: ExpectedEdition) =>
    (await verifyEdition(bench.at(number, ''), expected)).findings.map(({ kind }) => kind.code)
  const { keys } = bench
  expect([await codes(1, { keys }), await codes(2, { keys }), await codes(3, { keys })]).toEqual([[], [], []])
  expect(await codes(3, { keys, publicKeyPem: stolen })).toEqual(['editions.unvouched-key'])
  rmSync(bench.at(2, 'manifest.json'))
  expect(await codes(1, { keys })).toEqual(['editions.stolen-key'])
})

test('a list of keys that was tampered with is found', async () => {
  appendFileSync(at('publisher-keys.json'), ' ')
  expect(await found()).toEqual(['editions.bad-keys publisher-keys.json'])
})
