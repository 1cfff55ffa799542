import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { createHttp, memoryIdempotency, type HttpServer } from '@intikhab/kernel/http'
import { freshDatabase } from '@intikhab/kernel/testkit'
import {
  cosign,
  createLedger,
  createWitnesses,
  firstKey,
  ledgerMigrations,
  ledgerRoutes,
  openSigner,
  parsePolicy,
  succeedKey,
  witnessKey,
} from './index.ts'
import { hasProgramsOfPages, runBlocks, shellBlocks } from './page.testkit.ts'

const skipped = !hasProgramsOfPages()
if (skipped) process.stdout.write('skipped: docs/verify-the-ledger.md needs bash, curl, openssl, sha256sum and tar\n')

const folder = mkdtempSync(join(tmpdir(), 'intikhab-page-'))
const blocks = shellBlocks('verify-the-ledger.md')
const fetching = blocks.findIndex((block) => block.includes('curl')) + 1
let http: HttpServer
let site: string
let witness: string
let drop: () => Promise<void>

beforeAll(async () => {
  const made = await freshDatabase(inject('postgresUrl'), [ledgerMigrations])
  drop = made.drop
  const origin = 'example.org/ledger'
  const [old, signer] = [openSigner(join(folder, 'old'), origin), openSigner(join(folder, 'key'), origin)]
  const parts = { database: made.database, folder: join(folder, 'log'), origin }
  const before = createLedger({ ...parts, signer: old })
  const acts = Array.from({ length: 261 }, (_, n) => ({
    system: 'results',
    act: 'form-accepted',
    subject: `demonstration-2026/NA-46/${n} 100% ٹھیک`,
    actor: { kind: 'device' as const, id: '00ff' },
    madeAt: '2026-02-08T17:31:00.000Z',
    arrivedAt: '2026-02-08T17:32:00.000Z',
    detail: { n },
  }))
  await made.database.transaction((tx) => before.append(tx, acts.slice(0, 200)))
  await before.sequence()
  const { size: number, root: sha256 } = before.latest()
  const end = { why: 'rotated', at: '2026-03-01T00:00:00.000Z', since: null, anchor: null } as const
  const keys = await succeedKey(firstKey(old), { ...end, last: { [origin]: { number, sha256 } } }, signer, old)
  const ledger = createLedger({ ...parts, signer, keys })
  await made.database.transaction((tx) => ledger.append(tx, acts.slice(200)))
  await ledger.sequence()
  const observer = openSigner(join(folder, 'observer'), 'observers.example/w1')
  witness = witnessKey(observer)
  const { size, note } = ledger.publish()
  ledger.published.addCosignature(size, cosign(note.slice(0, note.indexOf('\n\n') + 1), observer, 1_770_550_000))
  const witnesses = createWitnesses({
    ledger,
    policy: parsePolicy(`witness w1 ${witness}\nquorum w1`),
    now: () => new Date(),
    onRefused: () => undefined,
  })
  http = createHttp({
    version: '0',
    authenticate: () => Promise.resolve(null),
    grantFor: () => undefined,
    idempotencyStore: memoryIdempotency(() => new Date(0)),
  })
  http.register(ledgerRoutes(ledger, witnesses))
  site = await http.listen({ port: 0, host: '127.0.0.1' })
})
afterAll(async () => {
  await http.close()
  await drop()
  rmSync(folder, { recursive: true })
})

test.skipIf(skipped).each([0, 1, 100, 255, 256, 259, 260])(
  'the page, followed to the letter, proves entry %i',
  async (leaf) => {
    const { status, output } = await runBlocks(blocks, folder, { SITE: site, LEAF: String(leaf), WITNESS: witness })
    expect(output.match(/Signature Verified Successfully/g)).toHaveLength(3)
    expect(output).toContain('11:26:40')
    expect(output).toContain('\nwhy rotated\n')
    expect(output).toContain(`Entry ${leaf} is in the signed ledger of 261 entries`)
    expect(status).toBe(0)
  },
)

const harms: [string, string, (text: string) => string][] = [
  ['a changed entry', 'entry', (text) => text.replace('NA-46', 'NA-47')],
  [
    'a changed hash',
    'proof',
    (text) =>
      text.replace(/^(index 100\n)(.)/m, (_all, line: string, first: string) => `${line}${first === 'A' ? 'B' : 'A'}`),
  ],
  ['a missing hash', 'proof', (text) => text.replace(/^(index 100\n).*\n/m, '$1')],
  ['another size', 'proof', (text) => text.replace('\n261\n', '\n260\n')],
  ['another ledger', 'proof', (text) => text.replace('\nexample.org/ledger\n', '\nexample.org/another\n')],
  ['another key', 'key.pem', () => openSigner(join(folder, 'stranger'), 'stranger').publicKeyPem],
]

test.skipIf(skipped).each(harms)('the page, followed to the letter, stops at %s', async (_what, file, harm) => {
  const values = { SITE: site, LEAF: '100', WITNESS: witness }
  expect((await runBlocks(blocks.slice(0, fetching), folder, values)).status).toBe(0)
  const before = readFileSync(join(folder, file), 'utf8')
  writeFileSync(join(folder, file), harm(before))
  expect(readFileSync(join(folder, file), 'utf8')).not.toBe(before)
  const assigned = blocks.slice(0, fetching - 1)
  const { status } = await runBlocks([...assigned, ...blocks.slice(fetching)], folder, values)
  expect(status).not.toBe(0)
})
