import { expect, test } from 'vitest'
import { electionDocument, electionSeries } from './edition.ts'
import { parseElectionId, parsePackId } from './election.ts'
import type { Election } from './election.ts'
import { parseHolidays, parseStages } from './programme-version.ts'
import { announceElection, proposeChange } from './propose-change.ts'

/** The programme of 31 May 2018, and a change as in June 2018: five more days to file, the poll stays where it is. */
const may = {
  notification: '2018-05-31',
  nominationsOpen: '2018-06-02',
  nominationsClose: '2018-06-06',
  namesPublished: '2018-06-07',
  scrutinyEnd: '2018-06-14',
  appealsFiledBy: '2018-06-19',
  appealsDecidedBy: '2018-06-26',
  revisedList: '2018-06-27',
  withdrawal: '2018-06-28',
  symbols: '2018-06-29',
  poll: '2018-07-25',
}
const june = {
  ...may,
  nominationsClose: '2018-06-11',
  namesPublished: '2018-06-12',
  scrutinyEnd: '2018-06-19',
  appealsFiledBy: '2018-06-22',
  appealsDecidedBy: '2018-06-27',
  revisedList: '2018-06-28',
  withdrawal: '2018-06-29',
  symbols: '2018-06-30',
}
const eid = ['2018-06-15', '2018-06-16', '2018-06-17', '2018-06-18']

function value<T>(outcome: { ok: true; value: T } | { ok: false; refusal: { kind: { code: string } } }): T {
  if (!outcome.ok) throw new Error(outcome.refusal.kind.code)
  return outcome.value
}

const draft: Omit<Election, 'pollDate'> = {
  id: value(parseElectionId('general-election-2018')),
  nameEn: 'General Election 2018',
  nameUr: 'عام انتخابات 2018',
  kind: 'general',
  packId: value(parsePackId('elections-act-2017@2018')),
  assemblies: ['NA', 'PP', 'PS', 'PK', 'PB'],
}
const context = { madeAt: new Date('2018-05-31T12:00:00Z'), holidays: value(parseHolidays(eid)) }
const first = value(
  announceElection(
    draft,
    { stages: value(parseStages(may)), reason: 'General election', orderReference: null },
    context,
  ),
)
const second = value(
  proposeChange(
    first.election,
    first.version,
    { basedOn: 1, stages: value(parseStages(june)), reason: 'More time to file', orderReference: 'No. F.8(3)/2018' },
    { ...context, madeAt: new Date('2018-06-08T12:00:00Z') },
  ),
)
const document = electionDocument(first.election, [first.version, second.version])

test('the published election names its law, its poll and its assemblies in both languages', () => {
  expect(electionSeries(first.election.id)).toBe('election-general-election-2018')
  expect(document.election).toMatchObject({
    name: { en: 'General Election 2018', ur: 'عام انتخابات 2018' },
    pollDate: '2018-07-25',
  })
  expect(document.election.assemblies[3]).toEqual({
    code: 'PK',
    name: { en: 'Provincial Assembly of Khyber Pakhtunkhwa', ur: 'خیبر پختونخوا اسمبلی' },
  })
  expect(document.pack.id).toBe('elections-act-2017@2018')
})

test('every version shows its days beside those of the law, its findings, and what it changed', () => {
  const [announced, changed] = document.versions
  expect(announced).toMatchObject({ version: 1, changes: [], check: { findings: [], total: { days: 55, kept: true } } })
  expect(changed).toMatchObject({ version: 2, orderReference: 'No. F.8(3)/2018', holidays: eid })
  expect(changed?.check.findings.map((found) => [found.stage, found.kind])).toEqual([
    ['appealsFiledBy', 'shorter-than-law'],
    ['appealsDecidedBy', 'shorter-than-law'],
    ['poll', 'shorter-than-law'],
  ])
  expect(changed?.changes.find(({ stage }) => stage === 'poll')).toMatchObject({
    movedBy: 0,
    daysBefore: 28,
    daysAfter: 27,
  })
  expect(announced?.stages.find(({ stage }) => stage === 'scrutinyEnd')).toMatchObject({
    date: '2018-06-14',
    count: { from: 'nominationsClose', days: 8, lawDays: 8, section: 's.57(2)(c)', unconfirmed: false },
  })
  expect(announced?.stages.find(({ stage }) => stage === 'nominationsOpen')?.count).toBeNull()
})

test('phases and clocks follow the version in force, and every value of the law is listed with its mark', () => {
  expect(document.phases.find(({ code }) => code === 'scrutiny')).toMatchObject({
    firstDay: '2018-06-12',
    lastDay: '2018-06-19',
  })
  expect(document.clocks.map(({ code, dueAt }) => [code, dueAt])).toEqual([
    ['provisional', '2018-07-25T21:00:00.000Z'],
    ['sendForms', null],
    ['publish', '2018-08-08T19:00:00.000Z'],
  ])
  expect(document.law).toHaveLength(62)
  expect(document.law.filter(({ unconfirmed }) => unconfirmed).length).toBeGreaterThan(0)
})

test('the document is plain JSON and nothing is lost on the way', () => {
  expect(JSON.parse(JSON.stringify(document))).toEqual(document)
})
