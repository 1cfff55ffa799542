import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createHttp, memoryIdempotency, type HttpServer } from '@intikhab/kernel/http'
import { openSigner } from '@intikhab/kernel/ledger'
import { hasProgramsOfPages, runBlocks, shellBlocks } from '../ledger/page.testkit.ts'
import { editionBench } from './editions.testkit.ts'
import { editionRoutes, openEditionReader, type EditionReader } from './index.ts'

const skipped = !hasProgramsOfPages()
if (skipped) process.stdout.write('skipped: docs/verify-an-edition.md needs bash, curl, openssl, sha256sum and tar\n')

const bench = editionBench()
const blocks = shellBlocks('verify-an-edition.md')
const fetching = blocks.findIndex((block) => block.includes('tar xf')) + 1
let reader: EditionReader
let http: HttpServer
let site: string

beforeAll(async () => {
  await bench.publish({ 'summary.json': '{"counted":7}', 'contests/NA-46.json': '{"path":"x","sha256":"00"}' })
  await bench.publish({ 'summary.json': '{"counted":8}' }, ['contests/NA-46.json'])
  const second = await bench.publish({ 'summary.json': '{"counted":9}' }, ['contests/NA-46.json'])
  await bench.changeKey('rotated', { number: 3, sha256: second.sha256 })
  const fourth = await bench.publish({ 'summary.json': '{"counted":8}' }, ['contests/NA-46.json'])
  await bench.changeKey('lost', { number: 4, sha256: fourth.sha256 })
  reader = openEditionReader(bench.store, { pollMilliseconds: 1_000_000 })
  http = createHttp({
    version: '0',
    authenticate: () => Promise.resolve(null),
    grantFor: () => undefined,
    idempotencyStore: memoryIdempotency(() => new Date(0)),
  })
  http.register(editionRoutes({ reader, keys: bench.keys }))
  site = await http.listen({ port: 0, host: '127.0.0.1' })
})
afterAll(async () => {
  await http.close()
  reader.close()
  bench.remove()
})

/** Takes the edition as the page says, does `harm` to it, and goes on with the page. */
async function follow(harm: (at: (path: string) => string) => void) {
  const folder = mkdtempSync(join(bench.folder, 'reader-'))
  const values = { SITE: site, SERIES: bench.series }
  const fetched = await runBlocks(blocks.slice(0, fetching), folder, values)
  expect(fetched).toEqual({ status: 0, output: '' })
  const edition = join(folder, bench.series, '4')
  harm((path) => join(edition, path))
  const assigned = [`SITE='${site}'; SERIES='${bench.series}'; NUMBER=4; cd '${edition}'`]
  const checked = await runBlocks([...assigned, ...blocks.slice(fetching)], folder, {})
  rmSync(folder, { recursive: true })
  return checked
}

test.skipIf(skipped)('the page, followed to the letter, finds nothing wrong with an edition as published', async () => {
  const { status, output } = await follow(() => undefined)
  expect(output.match(/Signature Verified Successfully/g)).toHaveLength(2)
  expect(output).toContain('\nwhy rotated\n')
  expect(status).toBe(0)
})

const harms: [string, (at: (path: string) => string) => void][] = [
  ['one byte of a file', (at) => writeFileSync(at('summary.json'), '{"counted":9}')],
  [
    'one byte of the manifest',
    (at) =>
      writeFileSync(at('manifest.json'), readFileSync(at('manifest.json'), 'utf8').replace('"size":13', '"size":14')),
  ],
  [
    'one byte of the signature',
    // Turned over, not set: one signature in 256 has any given byte already.
    (at) =>
      writeFileSync(
        at('manifest.sig'),
        readFileSync(at('manifest.sig')).map((byte, i) => (i === 5 ? ~byte : byte)),
      ),
  ],
  [
    'one byte of the sums',
    (at) => writeFileSync(at('SHA256SUMS'), readFileSync(at('SHA256SUMS'), 'utf8').replace(/^./, 'g')),
  ],
  [
    'a line of the sums',
    (at) => writeFileSync(at('SHA256SUMS'), readFileSync(at('SHA256SUMS'), 'utf8').split('\n').slice(1).join('\n')),
  ],
  ['a missing file', (at) => rmSync(at('contests/NA-46.json'))],
  ['a file too many', (at) => writeFileSync(at('contests/NA-47.json'), '{}')],
  [
    'another key',
    (at) => writeFileSync(at('publisher.pem'), openSigner(join(bench.folder, 'stranger.key'), 'stranger').publicKeyPem),
  ],
  ['a stranger’s whole edition', forge],
]

/** A stranger signs another manifest with their own key: only the chain gives it away to whom the key says nothing. */
function forge(at: (path: string) => string): void {
  const stranger = openSigner(join(bench.folder, 'stranger.key'), 'stranger')
  const forged = readFileSync(at('manifest.json'), 'utf8').replace(
    /"previous":"[0-9a-f]{64}"/,
    `"previous":"${'00'.repeat(32)}"`,
  )
  writeFileSync(at('manifest.json'), forged)
  writeFileSync(at('manifest.sig'), stranger.sign(Buffer.from(forged)))
  writeFileSync(at('publisher.pem'), stranger.publicKeyPem)
}

test.skipIf(skipped).each(harms)('the page, followed to the letter, stops at %s', async (_what, harm) => {
  expect((await follow(harm)).status).not.toBe(0)
})

test.skipIf(skipped)(
  'an edition that changes on the way is refused by the site before the page can be followed',
  async () => {
    const folder = mkdtempSync(join(bench.folder, 'reader-'))
    appendFileSync(bench.at(1, 'summary.json'), ' ')
    const { status } = await runBlocks([`curl -sSf '${site}/editions/${bench.series}/1/summary.json'`], folder, {})
    expect(status).not.toBe(0)
  },
)
