import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, describe, expect, test, vi } from 'vitest'
import {
  fingerprintOf,
  keysOf,
  openSigner,
  parseCheckpoint,
  parseKeys,
  signCheckpoint,
  type Checkpoint,
  type KeyHistory,
} from '@intikhab/kernel/ledger'
import { blocksUnder, installation } from './keys.testkit.ts'

// Each step starts and stops the whole server, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 300_000, hookTimeout: 120_000 })
const place = installation()
afterEach(() => place.stop())
afterAll(() => place.remove())

const origin = 'intikhab.example/ledger'
const series = 'election-demonstration'
const text = (path: string) => readFileSync(place.at(path), 'utf8').trim()
const copyOf = (path: string, name: string) => {
  const copy = join(place.folder, name)
  rmSync(copy, { recursive: true, force: true })
  cpSync(place.at(path), copy, { recursive: true })
  return copy
}
function list(purpose: 'ledger' | 'editions'): KeyHistory {
  const keys = parseKeys(readFileSync(place.at(`keys/${purpose}-keys.json`), 'utf8'))
  if (keys === undefined) throw new Error(`the list of keys of the ${purpose} is damaged`)
  return keys
}

/** What readers kept from the first day: a checkpoint, an edition, and the two keys they had compared. */
const kept = { ledgerKey: '', publisher: '', edition: '', checkpoint: undefined as Checkpoint | undefined }

/** Whatever happened since, what was kept on the first day is still proved, and whoever knows the newest key sees it. */
async function expectOldProofsToHold(url: string): Promise<void> {
  const { size = 0, root, note = '' } = kept.checkpoint ?? {}
  expect(parseCheckpoint(note, origin, list('ledger'))).toMatchObject({ size, root })
  const answer = await fetch(`${url}/api/ledger/consistency?first=${size}`)
  expect(await answer.json()).toMatchObject({ firstRoot: root })
  await place.run([`curl -sSf -o keys.json ${url}/editions/keys`])
  expect(await place.intikhab(`verify ${kept.edition} --keys keys.json`)).toMatchObject({ status: 0 })
  const ledger = copyOf('ledger', 'copy')
  expect(await place.intikhab(`verify ${ledger} --key "$(cat ${ledger}/key)"`)).toMatchObject({ status: 0 })
}

test('an installation begins with a key of each, and readers keep what it published', async () => {
  const url = await place.start()
  kept.ledgerKey = text('ledger/key')
  kept.publisher = copyOf(`editions/${series}/1/publisher.pem`, 'publisher.pem')
  kept.edition = copyOf(`editions/${series}/1`, `${series}-1`)
  kept.checkpoint = parseCheckpoint(readFileSync(place.at('ledger/checkpoint'), 'utf8'), origin, list('ledger'))
  expect(kept.checkpoint?.size).toBeGreaterThan(0)
  expect((await place.witness(url, kept.ledgerKey)).output).toContain('cosigned')
  await expectOldProofsToHold(url)
  const running = await place.intikhab('keys rotate ledger')
  expect(running).toMatchObject({ status: 1, output: expect.stringContaining('Stop it first') })
})

test('a planned change, step by step: who knows an old key is led to the new one, and nothing old is lost', async () => {
  const [ahead = '', change = ''] = blocksUnder('A planned change')
  const made = await place.run([ahead])
  expect(made).toMatchObject({ status: 0 })
  expect(await place.run([change])).toMatchObject({ status: 0 })
  const [ledger, editions] = [list('ledger'), list('editions')]
  for (const { current } of [ledger, editions]) expect(made.output).toContain(fingerprintOf(current))

  const url = await place.start()
  await expectOldProofsToHold(url)
  const copy = copyOf('ledger', 'copy')
  expect(await place.intikhab(`verify ${copy} --key '${kept.ledgerKey}'`)).toMatchObject({ status: 0 })
  for (const key of [kept.publisher, place.at(`editions/${series}/1/publisher.pem`)])
    expect(await place.intikhab(`verify ${kept.edition} --key ${key} --keys keys.json`)).toMatchObject({ status: 0 })
  // The checkpoint at the seam carries both signatures, for good.
  const seam = ledger.ended[0]?.end.last[origin]?.number ?? 0
  const note = readFileSync(place.at(`ledger/checkpoints/${String(seam).padStart(3, '0')}`), 'utf8')
  for (const key of keysOf(ledger)) expect(parseCheckpoint(note, origin, key)?.size).toBe(seam)
  expect((await place.witness(url, kept.ledgerKey, text('ledger/key'))).output).toContain('cosigned')
  await place.stop()
  const told = await place.intikhab('keys list')
  expect(told.output).toContain('its secret still lies in')
})

const hasToken = (await place.run(['command -v softhsm2-util'])).status === 0
if (!hasToken) process.stdout.write('skipped: keys in a token need softhsm2\n')

describe.skipIf(!hasToken)('with a token', () => {
  const paths = {
    SOFTHSM2_CONF: join(place.folder, 'softhsm2.conf'),
    TOKENS: join(place.folder, 'tokens'),
    INTIKHAB_TOKEN_PIN_FILE: join(place.folder, 'pin'),
  }
  const token = { ...paths, INTIKHAB_TOKEN_MODULE: '/usr/lib/softhsm/libsofthsm2.so', INTIKHAB_TOKEN: 'commission' }

  test('keys move into it by a planned change, and before that the server says so', async () => {
    expect(await place.run(blocksUnder('Keys in a token'), paths)).toMatchObject({ status: 0 })
    place.set(token)
    await expect(place.start()).rejects.toThrow('lies in a file, and a token is configured')
    expect(await place.run(blocksUnder('A planned change').slice(1))).toMatchObject({ status: 0 })
    const url = await place.start()
    await expectOldProofsToHold(url)
    expect((await place.intikhab('keys list')).output).toContain('signs now; its secret is in token')
  })

  test('a lost one, step by step: the old key counts for what it signed, and vouches for nobody', async () => {
    const before = text('ledger/key')
    rmSync(paths.TOKENS, { recursive: true })
    await place.run([`mkdir ${paths.TOKENS}`])
    await expect(place.start()).rejects.toThrow('The token “commission” is not there')
    place.set({})
    await expect(place.start()).rejects.toThrow('docs/keys.md')
    for (const block of blocksUnder('A key is lost')) expect(await place.run([block])).toMatchObject({ status: 0 })
    const url = await place.start()
    await expectOldProofsToHold(url)
    const copy = copyOf('ledger', 'copy')
    for (const key of [before, kept.ledgerKey])
      expect(await place.intikhab(`verify ${copy} --key '${key}'`)).toMatchObject({
        status: 1,
        output: expect.stringContaining('ledger.key-ended'),
      })
    expect(list('ledger').ended.at(-1)?.end).toMatchObject({
      why: 'lost',
      anchor: expect.stringContaining('observers'),
    })
  })
})

test('stolen ones, step by step: what the thief signs counts for nothing, what we signed does', async () => {
  let url = await place.start()
  const { output } = await place.witness(url, text('ledger/key'))
  const witnessed = Number(/cosigned (\d+) entries/.exec(output)?.[1])
  await place.stop()
  // The commission goes on, and publishes a checkpoint and an edition that no witness has seen, before it notices.
  expect(await place.intikhab('keys rotate editions')).toMatchObject({ status: 0 })
  url = await place.start()
  await place.stop()
  const unseen = parseCheckpoint(readFileSync(place.at('ledger/checkpoint'), 'utf8'), origin, list('ledger'))?.size ?? 0
  expect(unseen).toBeGreaterThan(witnessed)
  const numberOf = (purpose: 'ledger' | 'editions') => list(purpose).ended.length + 1
  const stolen = openSigner(copyOf(`keys/ledger-${numberOf('ledger')}.pem`, 'thief-ledger.pem'), origin)
  const publisher = openSigner(copyOf(`keys/editions-${numberOf('editions')}.pem`, 'thief.pem'), `${origin}/editions`)

  const [forLedger = '', forEditions = ''] = blocksUnder('A key is stolen')
  const values = { SINCE: '2026-11-22T18:00+05:00' }
  const forged = await signCheckpoint(origin, unseen + 40, 'ab'.repeat(32), stolen)
  writeFileSync(join(place.folder, 'anchor'), forged.note)
  const unwitnessed = await place.run([forLedger.replace('\n', ' --anchor anchor\n')], values)
  expect(unwitnessed).toMatchObject({ status: 1, output: expect.stringContaining('not cosigned by enough') })
  for (const block of [forLedger, forEditions]) expect(await place.run([block], values)).toMatchObject({ status: 0 })

  const ledger = list('ledger')
  expect(ledger.ended.at(-1)?.end).toMatchObject({
    why: 'stolen',
    since: '2026-11-22T13:00:00.000Z',
    last: { [origin]: { number: witnessed } },
  })
  url = await place.start()
  await expectOldProofsToHold(url)
  // What we published after the anchor is signed again; what the thief signs is not.
  const ours = readFileSync(place.at(`ledger/checkpoints/${String(unseen).padStart(3, '0')}`), 'utf8')
  expect(parseCheckpoint(ours, origin, ledger)).toBeUndefined()
  const published = await (await fetch(`${url}/ledger/checkpoints/${unseen}`)).text()
  expect(parseCheckpoint(published, origin, ledger)?.size).toBe(unseen)
  expect(parseCheckpoint(forged.note, origin, ledger)).toBeUndefined()
  const copy = copyOf('ledger', 'copy')
  writeFileSync(join(copy, 'checkpoint'), forged.note)
  expect((await place.intikhab(`verify ${copy} --key "$(cat ${copy}/key)"`)).output).toContain('bad-checkpoint')

  for (const number of [1, 2]) {
    const folder = copyOf(`editions/${series}/1`, 'forged')
    const manifest = readFileSync(join(folder, 'manifest.json'), 'utf8')
      .replace('"number":1', `"number":${number}`)
      .replace(/"madeAt":"\d{4}/, '"madeAt":"2027')
    writeFileSync(join(folder, 'manifest.json'), manifest)
    writeFileSync(join(folder, 'manifest.sig'), publisher.sign(Buffer.from(manifest)))
    writeFileSync(join(folder, 'publisher.pem'), publisher.publicKeyPem)
    expect((await place.intikhab(`verify ${folder} --keys keys.json`)).output).toContain('editions.ended-key')
  }
  await place.stop()
  const audited = await place.intikhab('audit --json report.json')
  const { findings } = JSON.parse(readFileSync(join(place.folder, 'report.json'), 'utf8')) as {
    findings: readonly { readonly code: string }[]
  }
  expect([
    audited.output,
    findings.map(({ code }) => code).filter((code) => /checkpoint|key|witness/.test(code)),
  ]).toEqual([audited.output, []])
})

test('with both keys, their lists and their backups gone, the public copies are enough to begin anew', async () => {
  rmSync(place.at('keys'), { recursive: true })
  await expect(place.start()).rejects.toThrow('are gone')
  for (const block of blocksUnder('A key is lost')) expect(await place.run([block])).toMatchObject({ status: 0 })
  const url = await place.start()
  await expectOldProofsToHold(url)
})
