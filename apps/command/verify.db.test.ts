import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Command } from 'commander'
import { afterAll, afterEach, beforeAll, expect, inject, test, vi } from 'vitest'
import { CannotStart } from '@intikhab/kernel/database'
import { createEditionStore, publishEdition } from '@intikhab/kernel/editions'
import { createLedger, ledgerMigrations, openSigner, verifierKey } from '@intikhab/kernel/ledger'
import { freshDatabase } from '@intikhab/kernel/testkit'
import { verifyCommand } from './verify.ts'

const folder = mkdtempSync(join(tmpdir(), 'intikhab-verify-'))
const log = join(folder, 'log')
const edition = join(folder, 'editions', 'results-sample-2026', '1')
const signer = openSigner(join(folder, 'log.key'), 'example.org/ledger')
const publisher = openSigner(join(folder, 'publisher.key'), 'example.org/ledger/editions')
const stranger = openSigner(join(folder, 'stranger.key'), 'example.org/ledger')

beforeAll(async () => {
  const { database, drop } = await freshDatabase(inject('postgresUrl'), [ledgerMigrations])
  const ledger = createLedger({ database, folder: log, signer, origin: 'example.org/ledger' })
  const acts = Array.from({ length: 300 }, (_, n) => ({
    system: 'results',
    act: 'form-received',
    subject: `sample-2026/NA-1/${n + 1}`,
    actor: { kind: 'device', id: '00ff' } as const,
    madeAt: '2026-07-25T15:30:00.000Z',
    arrivedAt: '2026-07-25T15:31:00.000Z',
    detail: {},
  }))
  await database.transaction((tx) => ledger.append(tx, acts))
  await ledger.start()
  await ledger.stop()
  await drop()
  await publishEdition({
    store: createEditionStore({ root: join(folder, 'editions') }),
    signer: publisher,
    series: 'results-sample-2026',
    madeAt: '2026-07-25T15:32:00.000Z',
    subject: {},
    ledger: null,
    changed: [{ path: 'summary.json', mediaType: 'application/json', bytes: Buffer.from('{}') }],
    unchanged: [],
  })
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))
afterEach(() => {
  vi.restoreAllMocks()
  process.exitCode = 0
})

/** Runs `intikhab verify …` and returns what it prints and the exit code it leaves. */
async function verify(...words: readonly string[]): Promise<{ printed: string; exitCode: unknown }> {
  const said: string[] = []
  vi.spyOn(console, 'log').mockImplementation((line: string) => void said.push(line))
  const program = new Command().exitOverride()
  verifyCommand(program)
  process.exitCode = 0
  await program.parseAsync(['verify', ...words], { from: 'user' })
  return { printed: said.join('\n'), exitCode: process.exitCode }
}

/** A copy of the log that `change` has had its hands on. */
function copyOfLog(name: string, change: (copy: string) => void): string {
  const copy = join(folder, name)
  cpSync(log, copy, { recursive: true })
  change(copy)
  return copy
}

test('a copy of the ledger is checked from its entries up, under a key given as text or as a file', async () => {
  const asText = await verify(log, '--key', verifierKey(signer))
  expect(asText).toMatchObject({ exitCode: 0 })
  expect(asText.printed).toContain('✓ Ledger example.org/ledger of 300 entries')
  expect(asText.printed).not.toContain('give --key')
  expect(await verify(log, '--key', join(log, 'key'))).toEqual(asText)
})

test('without --key the ledger is held to the key beside it, which is said', async () => {
  const { printed, exitCode } = await verify(log)
  expect(exitCode).toBe(0)
  expect(printed).toContain('The key is the one that lies in the copy')
  expect(printed).toContain(verifierKey(signer))
  const bare = copyOfLog('bare', (copy) => rmSync(join(copy, 'key')))
  await expect(verify(bare)).rejects.toThrow('give --key')
})

test('a changed entry, a missing tile and the key of a stranger are found', async () => {
  const bundle = join('tile', 'entries', '000')
  const changed = copyOfLog('changed', (copy) => {
    const entries = readFileSync(join(copy, bundle))
    entries.write('NB', entries.indexOf('NA-1'))
    writeFileSync(join(copy, bundle), entries)
  })
  const found = await verify(changed, '--json', '--key', verifierKey(signer))
  expect(found.exitCode).toBe(1)
  const { ok, size, findings } = JSON.parse(found.printed) as { ok: boolean; size: number; findings: unknown[] }
  expect({ ok, size }).toEqual({ ok: false, size: 300 })
  expect(findings).toContainEqual(expect.objectContaining({ code: 'ledger.wrong-hash', file: 'tile/0/000' }))
  expect(findings).toContainEqual(expect.objectContaining({ code: 'ledger.wrong-root', file: 'checkpoint' }))

  const missing = copyOfLog('missing', (copy) => rmSync(join(copy, bundle)))
  expect(await verify(missing)).toEqual({
    exitCode: 1,
    printed: expect.stringMatching(/✗ tile\/entries\/000: .* \(ledger\.missing-file\)\n1 finding: /),
  })
  const foreign = await verify(log, '--key', verifierKey(stranger))
  expect(foreign).toMatchObject({ exitCode: 1, printed: expect.stringContaining('ledger.bad-checkpoint') })
})

test('what is no verifier key is said to be none', async () => {
  await expect(verify(log, '--key', 'example.org+00+AA')).rejects.toThrow(CannotStart)
  await expect(verify(log, '--key', join(edition, 'publisher.pem'))).rejects.toThrow('neither a verifier key')
})

test('an edition is still checked as an edition, under the key of its publisher', async () => {
  const key = join(edition, 'publisher.pem')
  expect(await verify(edition, '--key', key)).toEqual({
    exitCode: 0,
    printed: expect.stringContaining('✓ Edition 1 of results-sample-2026'),
  })
  expect((await verify(edition)).printed).toContain('The key is the one that lies in the edition')
  writeFileSync(join(edition, 'summary.json'), '{"seats":[]}')
  const found = await verify(edition, '--json')
  expect(found.exitCode).toBe(1)
  expect(JSON.parse(found.printed)).toMatchObject({
    ok: false,
    series: 'results-sample-2026',
    findings: [{ code: 'editions.altered-file', file: 'summary.json', figures: { found: 12 } }],
  })
})

test('a folder that is neither is said to hold no manifest; one that is not there is named', async () => {
  expect((await verify(folder)).printed).toContain('editions.no-manifest')
  await expect(verify(join(folder, 'nothing'))).rejects.toThrow('There is no folder')
})
