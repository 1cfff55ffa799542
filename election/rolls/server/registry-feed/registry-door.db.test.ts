import { execFile, execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { sealBatch } from '../../sim/registry/batch-file.ts'
import { askRegistryDoor, postBatch } from '../../sim/registry/over-https.ts'
import { openRegistryDoor, type RegistryDoor } from './registry-door.ts'
import { card, keyPair, openFeedBench, type FeedBench } from './registry-feed.testkit.ts'

let bench: FeedBench
let door: RegistryDoor
let strangers = 0
const file = (name: string) => join(bench.folder, name)
const openssl = (words: string) => execFileSync('openssl', words.split(' '), { cwd: bench.folder, stdio: 'pipe' })

/** An authority, and a certificate by it: what `docs/registry-feed.md` shows. */
function makeAuthority(name: string): void {
  openssl(`req -x509 -newkey ed25519 -nodes -days 2 -subj /CN=${name} -keyout ${name}.key -out ${name}.crt`)
}
function makeCertificate(name: string, authority: string, usage: string): void {
  writeFileSync(file(`${name}.ext`), `subjectAltName=IP:127.0.0.1\nextendedKeyUsage=${usage}\n`)
  openssl(`req -newkey ed25519 -nodes -subj /CN=${name} -keyout ${name}.key -out ${name}.csr`)
  const by = `-CA ${authority}.crt -CAkey ${authority}.key -CAcreateserial -extfile ${name}.ext`
  openssl(`x509 -req -days 2 -in ${name}.csr ${by} -out ${name}.crt`)
}

beforeAll(async () => {
  bench = await openFeedBench(inject('postgresUrl'))
  makeAuthority('registry-ca')
  makeAuthority('stranger-ca')
  makeCertificate('commission', 'registry-ca', 'serverAuth')
  makeCertificate('nadra', 'registry-ca', 'clientAuth')
  makeCertificate('another-office', 'registry-ca', 'clientAuth')
  makeCertificate('stranger', 'stranger-ca', 'clientAuth')
  const read = (name: string) => readFileSync(file(name), 'utf8')
  const settings = {
    port: 0,
    host: '127.0.0.1',
    certificate: read('commission.crt'),
    privateKey: read('commission.key'),
    clientAuthority: read('registry-ca.crt'),
    clientName: 'nadra',
  }
  const log = (problem: unknown) => {
    throw problem
  }
  door = await openRegistryDoor(settings, { ...bench, log, onStranger: () => strangers++ })
})
afterAll(async () => {
  await door.close()
  await bench.drop()
})

const run = promisify(execFile)
const curl = async (...words: string[]) =>
  run('curl', ['-sS', '--max-time', '20', '--cacert', file('registry-ca.crt'), ...words], { encoding: 'utf8' }).then(
    ({ stdout }) => stdout,
    (error: { stderr: string }) => `failed: ${error.stderr}`,
  )
const as = (name: string) => ['--cert', file(`${name}.crt`), '--key', file(`${name}.key`)]
const lines = (from: number, count: number) =>
  Array.from({ length: count }, (_, i) => card(9000 + from + i, { number: from + i, dateOfBirth: '2005-05-05' }))

test('without a certificate, with one of another authority, or of another office, nobody passes the handshake or hears a word', async () => {
  for (const who of [[], as('stranger'), as('another-office')]) {
    const before = strangers
    expect(await curl(...who, `${door.url}/state`)).toMatch(/^failed: /)
    expect(strangers).toBe(before + 1)
  }
  expect(await bench.feed.state()).toMatchObject({ last: 0, batches: [] })
})

test('the registry hands in batches with curl, asks from where to send, and reads how they ended', async () => {
  expect(JSON.parse(await curl(...as('nadra'), `${door.url}/state`))).toEqual({
    last: 0,
    sendFrom: 1,
    missing: [],
    frozenSince: null,
  })
  writeFileSync(file('late.batch'), sealBatch(bench.seal, 4, lines(4, 2)))
  const post = (name: string) =>
    curl(
      ...as('nadra'),
      '--data-binary',
      `@${file(name)}`,
      '-H',
      'content-type: application/vnd.intikhab.registry-batch',
      `${door.url}/batches`,
    )
  expect(JSON.parse(await post('late.batch'))).toMatchObject({
    known: false,
    batch: { from: 4, to: 5, state: 'waiting', road: 'https' },
  })
  expect(JSON.parse(await curl(...as('nadra'), `${door.url}/state`))).toMatchObject({
    sendFrom: 1,
    missing: [{ from: 1, to: 3 }],
  })
  writeFileSync(file('first.batch'), sealBatch(bench.seal, 1, [...lines(1, 2), '{"n":3']))
  expect(JSON.parse(await post('first.batch'))).toMatchObject({ known: false })
  await bench.feed.takeIn()
  expect(JSON.parse(await post('first.batch'))).toMatchObject({ known: true, batch: { state: 'applied' } })
  expect(JSON.parse(await curl(...as('nadra'), `${door.url}/state`))).toMatchObject({
    last: 5,
    sendFrom: 6,
    missing: [],
  })
  const report = JSON.parse(await curl(...as('nadra'), `${door.url}/batches/2/report`))
  expect(report).toMatchObject({
    batch: { counts: { enrolled: 2, refused: 1 } },
    reasons: [{ reason: 'unreadable', records: 1 }],
  })
  expect((await curl(...as('nadra'), `${door.url}/batches/2/refused.csv`)).split('\r\n')[1]).toMatch(/^3,unreadable,,/)
  expect(JSON.parse(await curl(...as('nadra'), `${door.url}/batches/9/report`))).toMatchObject({
    code: 'rolls.unknown-registry-batch',
  })
})

test('the simulator speaks the same protocol; a forged batch is refused with the reason, before it is read to its end', async () => {
  const client = {
    url: door.url,
    authority: readFileSync(file('registry-ca.crt'), 'utf8'),
    certificate: readFileSync(file('nadra.crt'), 'utf8'),
    privateKey: readFileSync(file('nadra.key'), 'utf8'),
  }
  expect(await askRegistryDoor(client)).toMatchObject({ sendFrom: 6 })
  expect(await postBatch(client, sealBatch(bench.seal, 6, lines(6, 1)))).toMatchObject({ status: 202 })
  const forged = sealBatch({ ...bench.seal, privateKey: keyPair().privateKey }, 7, lines(7, 1))
  expect(await postBatch(client, forged)).toMatchObject({ status: 403, answer: { code: 'rolls.registry-key-unknown' } })
  expect(bench.acts.at(-1)).toMatchObject({ actor: { id: 'civil-registry' } })
})

test('a batch is checked from outside with openssl and sha256sum alone', () => {
  const name = 'from-outside.batch'
  writeFileSync(file(name), sealBatch(bench.seal, 1, lines(1, 3)))
  const shell = (command: string) => execFileSync('sh', ['-c', command], { cwd: bench.folder, encoding: 'utf8' })
  shell(`head -n 1 ${name} | tr -d '\\n' > header; sed -n 2p ${name} | base64 -d > signature`)
  expect(shell('openssl pkeyutl -verify -pubin -inkey registry.pem -rawin -in header -sigfile signature')).toContain(
    'Signature Verified Successfully',
  )
  const header = JSON.parse(readFileSync(file('header'), 'utf8'))
  expect(shell(`tail -n +3 ${name} | sha256sum`)).toContain(header.sha256)
  expect(shell('openssl pkey -pubin -in registry.pem -outform DER | sha256sum').slice(0, 16)).toBe(header.key)
  expect(Number(shell(`tail -n +3 ${name} | wc -l`))).toBe(header.records)
})

test('a batch sealed with openssl alone is kept', async () => {
  const shell = (command: string) => execFileSync('bash', ['-euc', command], { cwd: bench.folder, encoding: 'utf8' })
  const records = `${lines(7, 2).join('\n')}\n`
  writeFileSync(file('records'), records)
  shell(`
    openssl genpkey -algorithm ed25519 -out own.key
    openssl pkey -in own.key -pubout >> registry.pem
    key=$(openssl pkey -in own.key -pubout -outform DER | sha256sum | cut -c1-16)
    sum=$(sha256sum < records | cut -d' ' -f1)
    printf '{"format":"intikhab-registry-batch/1","registry":"nadra","from":7,"to":8,"records":2,"madeAt":"2024-03-01T00:00:00Z","sha256":"%s","key":"%s"}' $sum $key > header
    openssl pkeyutl -sign -inkey own.key -rawin -in header -out signature
    { cat header; echo; base64 -w0 signature; echo; cat records; } > own.batch`)
  expect(
    await bench.feed.keep(bench.stream(readFileSync(file('own.batch'))), {
      actor: { kind: 'system', id: 'test' },
      road: 'file',
    }),
  ).toMatchObject({ ok: true })
  expect(await bench.feed.takeIn()).toMatchObject({ last: 8 })
})
