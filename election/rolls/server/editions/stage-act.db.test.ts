import { randomUUID } from 'node:crypto'
import type { ActApproval } from '@intikhab/kernel/ledger'
import { disagreements } from '@intikhab/kernel/testkit'
import { getLegalDate } from '@intikhab/law'
import { afterAll, expect, inject, test } from 'vitest'
import { rollsActs } from '../../core/acts.ts'
import { stageAt } from '../../core/editions/stages.ts'
import { stageNames } from '../../core/editions/stage-words.ts'
import { findRollsReason } from '../register/find-reason.ts'
import { openMadeUpRegister } from '../register/made-up-register.testkit.ts'
import { roll } from '../register/made-up-voters.testkit.ts'
import { auditedEditionRecords } from './audited-editions.ts'
import { putCentre, type CentreToPut } from './display-centres.ts'
import { stageAct } from './stage-act.ts'
import { listSteps } from './stage-store.ts'

const by = { actor: { kind: 'account', id: 'secretary', device: 'd' } } as const
const queued: string[] = []
const published: string[] = []
let undecided = 0
let list: { madeAt: string; voters: number } | undefined

const register = await openMadeUpRegister(inject('postgresUrl'), 5, by.actor, '2026-01-05T06:00:00Z')
const { database, ledger, acts, clock } = register
afterAll(() => register.drop())

const act = () =>
  stageAct({
    database,
    ledger,
    now: clock.now,
    countUndecided: async () => undecided,
    newestList: async () => list,
    queueList: async (_tx, id) => void queued.push(id),
    publish: async (id) => void published.push(id),
  })

type Asked = Parameters<ReturnType<typeof act>['preview']>[0]['asked']
const reason = 'Annual revision of the rolls'
const given = (asked: Asked) => ({ rollId: roll.id, asked })
const approval = (id: string = randomUUID()): ActApproval => ({
  id,
  proposedBy: by.actor,
  approvedBy: { ...by.actor, id: 'second', device: 'e' },
  approvedAt: clock.now().toISOString(),
})
const display = (from: string, until: string): Asked => ({
  kind: 'display',
  from: getLegalDate(from),
  until: getLegalDate(until),
  reason,
})
const day = 86_400_000
const audited = () => disagreements(auditedEditionRecords(database), acts)

test('a preliminary roll is ordered once, has its lists frozen and is published; carried out again it changes nothing', async () => {
  expect(await act().preview(given({ kind: 'preliminary', reason }))).toMatchObject({
    ok: true,
    value: {
      subject: 'roll/test-2024',
      section: 's.28',
      counts: [{ after: 4 }, { after: 0 }, { after: 4 }, { before: null }],
    },
  })
  const order = approval()
  const first = await act().carryOut(given({ kind: 'preliminary', reason }), order)
  expect(await act().carryOut(given({ kind: 'preliminary', reason }), order)).toEqual(first)
  expect([queued, published]).toEqual([[roll.id], [roll.id, roll.id]])
  expect(await act().carryOut(given({ kind: 'preliminary', reason }), approval())).toMatchObject({
    refusal: { kind: { code: 'rolls.stage-out-of-order' } },
  })
  const entered = acts.at(-1)
  expect(entered).toMatchObject({ act: 'stage-ordered', section: 's.28', approval: { approvedBy: { id: 'second' } } })
  expect(entered === undefined ? undefined : await findRollsReason(database, entered)).toMatchObject({ words: reason })
  expect(await audited()).toEqual([])
})

test('what is displayed is an edition: before the lists are frozen there is nothing to display', async () => {
  const asked = given(display('2026-01-10', '2026-02-08'))
  expect(await act().preview(asked)).toMatchObject({ refusal: { kind: { code: 'rolls.no-list-edition' } } })
  clock.advance(day)
  list = { madeAt: clock.now().toISOString(), voters: 40 }
  expect(await act().preview(asked)).toMatchObject({
    ok: true,
    value: {
      differences: [
        { before: stageNames.preliminary, after: stageNames.display },
        { before: null, after: '2026-02-08' },
      ],
    },
  })
  expect(await act().carryOut(asked, approval())).toMatchObject({ ok: true })
})

test('an area has one display centre, of its own district, and a closed centre leaves its areas to another', async () => {
  const republished: string[] = []
  const parts = {
    database,
    ledger,
    now: clock.now,
    queuePublication: async (_tx: unknown, id: string) => void republished.push(id),
  }
  const centre: CentreToPut = {
    number: null,
    district: 'attock',
    nameEn: 'Government High School, Attock',
    nameUr: 'گورنمنٹ ہائی اسکول، اٹک',
    addressEn: 'Station Road',
    addressUr: 'اسٹیشن روڈ',
    opensAt: '08:00',
    closesAt: '16:00',
    isClosed: false,
    blocks: ['901010101', '901010102'],
  }
  const put = (given: CentreToPut) => putCentre(parts, roll.id, given, by.actor)
  expect(await put(centre)).toEqual({ ok: true, value: 1 })
  expect(await put({ ...centre, blocks: ['901010102'] })).toMatchObject({
    refusal: { kind: { code: 'rolls.area-displayed-elsewhere' }, detail: { block: '901010102', centre: 1 } },
  })
  expect(await put({ ...centre, blocks: ['902010101'] })).toMatchObject({
    refusal: { kind: { code: 'rolls.area-of-another-district' } },
  })
  expect(await put({ ...centre, blocks: ['909999999'] })).toMatchObject({
    refusal: { kind: { code: 'rolls.unknown-area' } },
  })
  expect(await put({ ...centre, number: 7 })).toMatchObject({
    refusal: { kind: { code: 'rolls.unknown-display-centre' } },
  })
  expect(await put({ ...centre, number: 1, isClosed: true })).toEqual({ ok: true, value: 1 })
  expect(await put(centre)).toEqual({ ok: true, value: 2 })
  expect(republished).toHaveLength(3)
  expect(await audited()).toEqual([])
})

test('the display is extended by an order, and the roll is final when it is over and every claim decided', async () => {
  const extension = given({
    kind: 'extension',
    until: getLegalDate('2026-02-15'),
    orderReference: 'No. F.4(1)/2026-Elec',
    reason,
  })
  expect(await act().carryOut(extension, approval())).toMatchObject({ ok: true })
  const final = given({ kind: 'final', reason })
  expect(await act().preview(final)).toMatchObject({ refusal: { kind: { code: 'rolls.stage-out-of-order' } } })
  clock.advance(41 * day)
  undecided = 2
  expect(await act().preview(final)).toMatchObject({ refusal: { kind: { code: 'rolls.claims-undecided' } } })
  undecided = 0
  expect(await act().carryOut(final, approval())).toMatchObject({ ok: true })
  expect(stageAt(await listSteps(database.tables(), roll.id), clock.now()).stage).toBe('final')
  expect(queued).toHaveLength(2)
  expect(await audited()).toEqual([])
})

test('a direction to prepare the roll otherwise is ordered with its reason and published at once (s.49)', async () => {
  const before = published.length
  const direction = given({ kind: 'direction', orderReference: 'F.1/2026', reason: 'Floods in eleven districts' })
  expect(await act().carryOut(direction, approval())).toMatchObject({ ok: true })
  expect(published).toHaveLength(before + 1)
  expect(acts.at(-1)).toMatchObject({ act: 'stage-ordered', section: 's.49' })
  expect(Object.keys(rollsActs)).toContain(acts.at(-1)?.act)
})
