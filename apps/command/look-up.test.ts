import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createEditionStore, publishEdition } from '@intikhab/kernel/editions'
import { openSigner } from '@intikhab/kernel/ledger'
import { formatCnic, openPackSecret } from '@intikhab/rolls'
import { buildMadeUpPack, madeUpCnic, nobodysCnic } from '@intikhab/rolls/sim'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { main } from './main.ts'

const folder = mkdtempSync(join(tmpdir(), 'intikhab-look-up-'))
const secretFile = join(folder, 'enquiry.secret')
const copy = join(folder, 'on a stick')
const series = 'enquiry-made-up'

beforeAll(async () => {
  const secret = openPackSecret(secretFile)
  using pack = buildMadeUpPack({ voters: 3000, secret, workshop: join(folder, 'workshop') })
  const root = join(folder, 'editions')
  await publishEdition({
    store: createEditionStore({ root }),
    signer: openSigner(join(folder, 'key.pem'), 'test'),
    series,
    madeAt: '2024-03-01T00:00:00.000Z',
    subject: {},
    ledger: null,
    changed: pack.files,
    unchanged: [],
  })
  cpSync(join(root, series, '1'), copy, { recursive: true })
  rmSync(root, { recursive: true })
})
afterAll(() => rmSync(folder, { recursive: true }))

/** Runs the command in this process; gives what it wrote and its exit code. */
async function run(words: readonly string[]) {
  const [said, complained]: [string[], string[]] = [[], []]
  const log = vi.spyOn(console, 'log').mockImplementation((line: string) => void said.push(line))
  const error = vi.spyOn(process.stderr, 'write').mockImplementation((line) => complained.push(String(line)) > 0)
  try {
    await main(['look-up', ...words])
    return { status: process.exitCode ?? 0, stdout: said.join('\n'), stderr: complained.join('') }
  } finally {
    log.mockRestore()
    error.mockRestore()
    process.exitCode = undefined
  }
}
const given = ['--pack', copy, '--secret', secretFile]

test('a copied folder answers without a database, in English and in Urdu', async () => {
  const { status, stdout } = await run([...given, madeUpCnic(1234)])
  expect(status).toBe(0)
  expect(stdout).toContain('Serial (silsila) number 268 in the list of men, household (gharana) number 134.')
  expect(stdout).not.toContain(madeUpCnic(1234))
  expect((await run([...given, '--language', 'ur', madeUpCnic(1234)])).stdout).toContain('سلسلہ نمبر 268')
})

test('CNICs come on the standard input as people write them, and leave as lines of JSON in the same order', () => {
  const [one, other] = [madeUpCnic(7), nobodysCnic(7)]
  const dashed = formatCnic(one)
  const command = [join(import.meta.dirname, 'intikhab.mjs'), 'look-up', ...given, '--json']
  const input = `${dashed}\n\n${other}\n12\n`
  const { status, stdout } = spawnSync(process.execPath, command, { input, encoding: 'utf8' })
  const lines = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>)
  expect(lines).toMatchObject([
    { state: 'found-assigned', registration: { serial: 4 } },
    { state: 'not-registered' },
    { code: 'enquiry.cnic-wrong-length' },
  ])
  expect(status).toBe(1)
})

test('another secret, a folder that is no pack, and a damaged one are told in a sentence', async () => {
  const other = join(folder, 'other.secret')
  openPackSecret(other)
  expect(await run(['--pack', copy, '--secret', other, madeUpCnic(1)])).toMatchObject({
    status: 1,
    stdout: '',
    stderr: expect.stringMatching(/cannot be looked up in: edition 1 of enquiry-made-up was made with another secret/),
  })
  expect((await run(['--pack', folder, '--secret', secretFile, '1'])).stderr).toMatch(/is not the folder of an edition/)
  expect((await run(['--pack', copy, '--secret', join(folder, 'none'), '1'])).stderr).toMatch(/^There is no /)
  const damaged = join(folder, 'damaged')
  cpSync(copy, damaged, { recursive: true })
  for (const name of readdirSync(join(damaged, 'shards'))) {
    const file = join(damaged, 'shards', name)
    const bytes = readFileSync(file)
    bytes.fill(0, 0, 16)
    writeFileSync(file, bytes)
  }
  const asked = await run(['--pack', damaged, '--secret', secretFile, madeUpCnic(1)])
  expect(asked).toMatchObject({ status: 1, stdout: '' })
  expect(asked.stderr).toMatch(/shards\/[0-9a-f]{2}\.bin of edition 1 of enquiry-made-up is altered\.\n$/)
})
