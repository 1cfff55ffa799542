import { afterAll, expect, inject, test } from 'vitest'
import type { RollStatistics } from '../../core/statistics/statistics.ts'
import { openMadeUpRegister } from '../register/made-up-register.testkit.ts'
import { enrolment, everybody, roll } from '../register/made-up-voters.testkit.ts'
import { rollFiles } from './edition-files.ts'

const by = { actor: { kind: 'account', id: 'registration-officer' }, cause: 'counter' } as const
const register = await openMadeUpRegister(inject('postgresUrl'), 100, by.actor, '2024-01-05T00:00:00Z')
const { rolls } = register
const { now } = register.clock
afterAll(() => register.drop())

const seats = {
  delimitationId: '2023',
  seats: [
    { code: 'NA-49', nameEn: 'Attock-I', nameUr: 'اٹک-1', province: 'punjab' },
    { code: 'NA-262', nameEn: 'Quetta-I', nameUr: 'کوئٹہ-1', province: 'balochistan' },
  ],
  seatsOf: (block: string) => [block < '902000000' ? 'NA-49' : 'NA-262'],
}

async function publish(edition: number, before?: RollStatistics) {
  const made = await rollFiles(rolls, roll.id, { asOf: now(), edition, before, stations: 3, seats })
  if (!made.ok) throw new Error(made.refusal.kind.code)
  return new Map(made.value.map(({ path, bytes }) => [path, bytes.toString()]))
}

const statisticsIn = (files: ReadonlyMap<string, string>) =>
  JSON.parse(files.get('statistics.json') ?? '{}') as RollStatistics

test('every file of a breakdown adds up to its total line, which names edition and instant', async () => {
  const files = await publish(1)
  expect(statisticsIn(files)).toMatchObject({
    rollId: 'test-2024',
    total: 800,
    edition: 1,
    changes: null,
    registry: null,
  })
  expect(files.get('gender/national-seats.csv')).toBe(
    'area,name,name_ur,voters,women,men_and_others\r\n' +
      'NA-49,Attock-I,اٹک-1,400,200,200\r\nNA-262,Quetta-I,کوئٹہ-1,400,200,200\r\n' +
      'total,rolls-test-2024 edition 1 as of 2024-01-05T00:00:00.000Z,,800,400,400\r\n',
  )
  expect([...files.keys()].filter((path) => path.startsWith('blocks/'))).toEqual([
    'blocks/attock.csv',
    'blocks/quetta.csv',
  ])
  const tables = [...files].filter(([path]) => /^(gender|ages|disability|status|others|blocks)\//.test(path))
  expect(tables.length).toBeGreaterThan(12)
  for (const [path, text] of tables) {
    const [head = [], ...lines] = text
      .trim()
      .split('\r\n')
      .map((line) => line.split(','))
    const total = lines.pop() ?? []
    const first = head.indexOf('name_ur') + (path.startsWith('blocks/') ? 3 : 1)
    for (let column = first; column < head.length; column++)
      expect([path, head[column], lines.reduce((sum, line) => sum + Number(line[column] ?? 0), 0)]).toEqual([
        path,
        head[column],
        Number(total[column]),
      ])
  }
})

test('the next edition tells what came and went since the one before, and only where enough did', async () => {
  const first = statisticsIn(await publish(1))
  for (let n = 900; n < 912; n++) {
    const change = enrolment(n, '901010102')
    const done = await rolls.change(change.identity.cnic, change, by)
    if (!done.ok) throw new Error(done.refusal.kind.code)
  }
  for (const person of [...everybody(100)].slice(0, 11)) await rolls.change(person.cnic, { kind: 'deleted' }, by)
  const files = await publish(2, first)
  const second = statisticsIn(files)
  expect(second.total).toBe(801)
  expect(second.changes).toMatchObject({
    since: { edition: 1 },
    table: {
      country: [12, 11, 0, 0],
      districts: [{ areas: ['attock'], counts: [12, 11, 0, 0] }, { areas: ['quetta'] }],
    },
  })
  expect(files.get('changes/districts.csv')).toContain('attock,Attock,اٹک,12,11,0,0\r\n')
  // Voters whom no action accounts for came between: what changed cannot be told.
  const reimported = { ...first, counted: { ...first.counted, imports: 0 } }
  expect(statisticsIn(await publish(2, reimported)).changes).toBeNull()
})
