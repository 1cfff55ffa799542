import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DamagedEdition } from '@intikhab/kernel/editions'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { packGenders } from '../../core/look-up/pack-entry.ts'
import { buildMadeUpPack, madeUpCnic, madeUpPlace, nobodysCnic } from '../../sim/made-up-pack.ts'
import { latestLookUp, openLookUp, type LookUp } from './look-up.ts'
import { packBench } from './made-up-editions.testkit.ts'
import { openPackSecret } from './pack-secret.ts'

const voters = 30_000
const series = 'enquiry-made-up'
const bench = packBench()
let lookUp: LookUp

async function publish(): Promise<void> {
  using pack = buildMadeUpPack({ ...bench, voters })
  await bench.publish(series, pack.files)
}
const latest = async () => {
  const edition = await bench.reader.latest(series)
  if (edition === undefined) throw new Error('nothing was published')
  return edition
}

beforeAll(async () => {
  await publish()
  lookUp = await openLookUp(await latest(), bench.secret)
})
afterAll(async () => {
  await lookUp.close()
  bench.remove()
})

test('a pack takes twenty bytes a voter at most, its lists included, and leaves its workshop empty', async () => {
  const { manifest } = await latest()
  const bytes = manifest.files.reduce((sum, { size }) => sum + size, 0)
  expect(bytes / voters).toBeLessThanOrEqual(20)
  expect(lookUp.description).toMatchObject({ entries: voters, salt: 0, onlyDistrict: null })
  expect(readdirSync(bench.workshop)).toEqual([])
})

test('every voter is found with the own place, and nobody else is', async () => {
  for (let n = 0; n < voters; n += 7) {
    const { block, gender, serial, household } = madeUpPlace(n)
    expect(await lookUp.find(madeUpCnic(n))).toMatchObject({
      state: 'active',
      gender: packGenders[gender],
      serial,
      household,
      block: { code: String(100_000_001 + block) },
      seats: [{ seat: { code: 'NA-1' } }, { seat: { code: 'PP-1' } }],
    })
    expect(await lookUp.find(nobodysCnic(n))).toBeUndefined()
  }
})

test('neither who is found nor who is not is told by what is read: one bucket either way', async () => {
  const edition = await latest()
  const opened: string[] = []
  const watched = await openLookUp(
    {
      ...edition,
      open: (path) => {
        opened.push(path)
        return edition.open(path)
      },
    },
    bench.secret,
  )
  await watched.find(madeUpCnic(1))
  await watched.find(nobodysCnic(1))
  expect(opened).toEqual([expect.stringMatching(/^shards\//), expect.stringMatching(/^shards\//)])
  await watched.close()
})

test('many at once are answered as one by one, also while the pack is being let go of and afterwards', async () => {
  const own = await openLookUp(await latest(), bench.secret)
  const asked = Array.from({ length: 500 }, (_, n) => own.find(madeUpCnic(n)))
  const closed = own.close()
  const found = await Promise.all(asked)
  await closed
  for (const [n, one] of found.entries()) expect(one?.serial).toBe(madeUpPlace(n).serial)
  expect((await own.find(madeUpCnic(77)))?.serial).toBe(madeUpPlace(77).serial)
})

test('a newer edition is answered from as soon as it is there; what was opened before goes on', async () => {
  const find = latestLookUp(bench.reader, series, bench.secret)
  const before = await find()
  expect(before).toBe(await find())
  await publish()
  const after = await find()
  expect([before?.edition.number, after?.edition.number]).toEqual([1, 2])
  for (const each of [before, after]) expect(await each?.find(madeUpCnic(3))).toMatchObject({ serial: 2 })
  await after?.close()
})

test('a pack made with another secret is not opened: it would tell everybody that they are not registered', async () => {
  const other = openPackSecret(join(bench.folder, 'another.secret'))
  const find = latestLookUp(bench.reader, series, other)
  await expect(find()).rejects.toThrow(/another secret/)
  await expect(find()).rejects.toThrow(/another secret/)
})

test('one changed bit in a shard is found before anybody is answered from it', async () => {
  using pack = buildMadeUpPack({ ...bench, voters: 1000 })
  await bench.publish('enquiry-damaged', pack.files)
  const edition = await bench.reader.latest('enquiry-damaged')
  if (edition === undefined) throw new Error('nothing was published')
  const damaged = await openLookUp(edition, bench.secret)
  for (const name of readdirSync(join(bench.at('enquiry-damaged', 1), 'shards'))) {
    const file = join(bench.at('enquiry-damaged', 1), 'shards', name)
    const bytes = readFileSync(file)
    bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1
    writeFileSync(file, bytes)
  }
  await expect(damaged.find(madeUpCnic(5))).rejects.toThrow(DamagedEdition)
  await damaged.close()
})

/** As election/rolls/README.md has it. */
const byHand = String.raw`
salt=$(grep -o '"salt":[0-9]*' pack.json | cut -d: -f2)
key=$(printf '%s-%02d' "$CNIC" "$salt" | openssl enc -aes-256-ecb -nopad -K "$(cat "$SECRET")" | xxd -p -l 8)
line=$(xxd -p -c 16 "shards/$(printf %.2s "$key").bin" | grep "^$key")
test -n "$line" || { echo none; exit; }
value=$((16#$(printf %s "$line" | tail -c 16)))
echo "state $((value >> 61)) gender $((value >> 59 & 3)) block $((value >> 39 & 0xfffff)) serial $((value >> 19 & 0xfffff)) household $((value & 0x7ffff))"
`
const hasTools = ['openssl', 'xxd', 'bash'].every((tool) => spawnSync('which', [tool]).status === 0)

test.skipIf(!hasTools)('openssl and xxd find the same entry as we do', async () => {
  const readme = readFileSync(join(import.meta.dirname, '../../README.md'), 'utf8')
  expect(readme).toContain(byHand.trim())
  const cwd = bench.at(series, 1)
  expect(existsSync(join(cwd, 'pack.json'))).toBe(true)
  const ask = (cnic: string) => {
    const env = { ...process.env, CNIC: cnic, SECRET: bench.secretFile }
    return spawnSync('bash', ['-c', byHand], { cwd, env, encoding: 'utf8' })
  }
  for (const n of [0, 777, 29_999]) {
    const { block, gender, serial, household } = madeUpPlace(n)
    expect(ask(madeUpCnic(n)).stdout).toBe(
      `state 0 gender ${gender} block ${block} serial ${serial} household ${household}\n`,
    )
  }
  expect(ask(nobodysCnic(5)).stdout).toBe('none\n')
})
