import { createHash } from 'node:crypto'
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, expect, inject, test, vi } from 'vitest'
import { totpCode } from '@intikhab/kernel/identity'
import {
  auditReportShape,
  createWitness,
  leafHash,
  lookAt,
  openMemory,
  openSigner,
  parseVerifierKey,
  signCheckpoint,
  witnessKey,
  type AuditReport,
  type WitnessMemory,
} from '@intikhab/kernel/ledger'
import { createOutbound } from '@intikhab/kernel/outbound'
import { freshDatabase, tamper } from '@intikhab/kernel/testkit'
import { readEnvironment, type Environment } from '../environment.ts'
import { serve, type Serving } from '../serve.ts'
import { auditCopy, auditInstallation } from './audit.ts'
import { encodeReport, reportDocument } from './document.ts'

/** A whole commission that runs, with a witness on a laptop; each test plants one tampering and mends it again. */
const folder = mkdtempSync(join(tmpdir(), 'intikhab-audited-'))
let environment: Environment
let ownerUrl: string
let serving: Serving
let memory: WitnessMemory
let drop: () => Promise<void>

beforeAll(async () => {
  chmodSync(folder, 0o755)
  const made = await freshDatabase(inject('postgresUrl'), [])
  ;({ drop, url: ownerUrl } = made)
  const signer = openSigner(join(folder, 'witness', 'key.pem'), 'observers.example/w1')
  const policy = join(folder, 'policy')
  writeFileSync(policy, `witness w1 ${witnessKey(signer)}\nquorum w1\n`)
  environment = readEnvironment({
    PORT: '0',
    INTIKHAB_DATA: join(folder, 'data'),
    DATABASE_URL: ownerUrl,
    INTIKHAB_WITNESSES: policy,
  })
  serving = await serve(environment, { country: 'demonstration', voters: 3000, onProgress: () => undefined })
  const key = parseVerifierKey(await (await fetch(`${serving.url}/ledger/key`)).text())
  memory = openMemory(join(folder, 'witness'), signer)
  writeFileSync(join(folder, 'witness', 'witness.key'), witnessKey(signer))
  const logs = key === undefined ? [] : [key]
  const witness = createWitness({ logs, signer, memory, now: () => new Date(), onAlarm: () => undefined })
  const call = createOutbound([serving.url])
  const { look } = await lookAt(serving.url, witness, call)
  if (look !== 'cosigned') throw new Error('the witness of this test does not cosign')
})
afterAll(async () => {
  memory.close()
  await serving.stop()
  await drop()
  rmSync(folder, { recursive: true, force: true })
})
afterEach(() => void vi.useRealTimers())

const run = (): Promise<AuditReport> => auditInstallation(environment, { witnessStates: [join(folder, 'witness')] })
const found = ({ findings }: AuditReport) => findings.map(({ code, at }) => [code, at])

/** Signs a starter account in; gives how it asks from then on. */
async function asOffice(signInName: string): Promise<(path: string, body?: object) => Promise<Response>> {
  const account = serving.accounts.find((each) => each.signInName === signInName)
  const code = totpCode(account?.totpSecret ?? '', new Date())
  const post = (path: string, body: object, cookie = '') =>
    fetch(`${serving.url}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie },
      body: JSON.stringify(body),
    })
  const signedIn = await post('/api/identity/sign-in', { name: signInName, password: account?.password, code })
  const cookie = signedIn.headers
    .getSetCookie()
    .map((each) => each.split(';')[0])
    .join('; ')
  return (path, body) =>
    body === undefined ? fetch(`${serving.url}${path}`, { headers: { cookie } }) : post(path, body, cookie)
}

/** Makes new recovery codes for an account: the shortest official act there is. */
async function actOf(signInName: string): Promise<void> {
  const ask = await asOffice(signInName)
  expect((await ask('/api/identity/account/recovery-codes', {})).ok).toBe(true)
}

test('a commission that runs as it should has nothing to be found, and everything was examined', async () => {
  const report = await run()
  expect(report.findings).toEqual([])
  expect(report.isSound).toBe(true)
  expect(report.notExamined).toEqual([])
  expect(report.witnesses).toMatchObject([{ name: 'observers.example/w1', cosigned: 1, compared: 1 }])
  for (const kind of ['identity.grant', 'programme.version', 'rolls.roll', 'polling-scheme.version', 'results.form'])
    expect(report.registers.map((each) => each.kind)).toContain(kind)
})

test('an office that a superuser gave by hand is named, with the last act on it', async () => {
  const change = "where role = 'auditor'"
  await tamper(ownerUrl, `update identity.account_grant set role = 'secretariat' ${change}`)
  const { findings } = await run()
  await tamper(
    ownerUrl,
    `update identity.account_grant set role = 'auditor' where role = 'secretariat' and id in
    (select split_part('${findings[0]?.at}', ':', 2))`,
  )
  expect(findings).toMatchObject([{ code: 'record-changed', act: { system: 'identity', act: 'account-made' } }])
  expect(findings[0]?.at).toMatch(/^identity\.grant:/)
  expect(findings[0]?.act?.words.en).toMatch(/made account .*auditor national/)
  expect((await run()).findings).toEqual([])
})

test('a row of the ledger that a superuser deleted is named with its place and subject', async () => {
  const entry = await (await fetch(`${serving.url}/ledger/entry/4`)).json()
  await tamper(ownerUrl, 'create table public.kept as select * from ledger.leaf where leaf = 4')
  await tamper(ownerUrl, 'delete from ledger.leaf where leaf = 4')
  const report = await run()
  await tamper(ownerUrl, 'insert into ledger.leaf select * from public.kept')
  expect(found(report)).toEqual([['entry-missing', 'entry 4']])
  expect(report.findings[0]?.sentence.en).toContain(entry.subject)
  expect(report.findings[0]?.act).toMatchObject({ leaf: 4, subject: entry.subject })
  expect((await run()).findings).toEqual([])
})

test('a published checkpoint signed anew with the ledger’s own key is named, by the entries and by the witness', async () => {
  const size = memory.latest(environment.origin)?.size ?? 0
  const file = join(serving.ledgerFolder, 'checkpoints', String(size).padStart(3, '0'))
  const note = readFileSync(file)
  const thief = openSigner(join(environment.dataFolder, 'keys', 'ledger.pem'), environment.origin)
  const forged = await signCheckpoint(environment.origin, size, leafHash(Buffer.from('forged')).toString('hex'), thief)
  writeFileSync(file, forged.note)
  const report = await run()
  // The witness refuses it, too: it has seen another tree of this size.
  writeFileSync(file, note)
  expect(found(report)).toEqual([
    ['checkpoint-rewritten', `checkpoints, ${size}`],
    ['cosignature-broken', `checkpoints, ${size}`],
  ])
  expect((await run()).findings).toEqual([])
})

test('a clock set back is named: from which act, until which, and by how much', async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() - 3 * 3_600_000 })
  await actOf('auditor')
  vi.useRealTimers()
  await actOf('second-secretariat')
  await expect.poll(async () => (await run()).findings.length).toBeGreaterThan(0)
  const { findings } = await run()
  expect(findings).toMatchObject([{ code: 'clock-set-back', grade: 'tampering' }])
  expect(findings[0]?.sentence.en).toMatch(
    /behind by up to 1[78]\d minutes; entry \d+ is the first with a credible time/,
  )
})

test('the report is JSON with its fingerprint and a document in two languages, and a copy is audited without database', async () => {
  const report = await run()
  const json = encodeReport(report)
  const pdf = await reportDocument(report, json)
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
  const key = await (await fetch(`${serving.url}/ledger/key`)).text()
  const copy = await auditCopy(serving.ledgerFolder, key.trim(), environment.witnessPolicy, {})
  expect(copy).toMatchObject({ database: { compared: false }, registers: [] })
  expect(copy.notExamined.length).toBeGreaterThan(1)
})

test('an auditor has it run on the console, takes both reports, and that is an act in the ledger', async () => {
  const ask = await asOffice('auditor')
  const list = async () => (await ask('/api/audits')).json()
  const begun = await ask('/api/audits', {})
  expect(begun.status).toBe(202)
  expect((await ask('/api/audits', {})).status).toBe(409)
  await expect.poll(list, { timeout: 30_000 }).toMatchObject({ running: null, failed: false })
  const { ended } = await list()
  const [{ id, sha256, findings, size }] = ended
  const json = Buffer.from(await (await ask(`/api/audits/${id}/report.json`)).arrayBuffer())
  expect(createHash('sha256').update(json).digest('hex')).toBe(sha256)
  const report = auditReportShape.parse(JSON.parse(json.toString()))
  expect([report.ledger.size, report.counts.reduce((sum, { count }) => sum + count, 0)]).toEqual([size, findings])
  const pdf = Buffer.from(await (await ask(`/api/audits/${id}/report.pdf`)).arrayBuffer())
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
  expect((await ask('/api/audits/20200101T000000Z/report.pdf')).status).toBe(404)
  const clerk = await asOffice('data-entry')
  expect([(await clerk('/api/audits')).status, (await clerk('/api/audits', {})).status]).toEqual([403, 403])
  await expect
    .poll(async () => (await run()).figures.bySystemAndAct)
    .toContainEqual({ system: 'audit', act: 'report-made', count: 1 })
})
