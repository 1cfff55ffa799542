import { getRulePack, parseRulePackId } from '@intikhab/law'
import { checkAccount, checkCount, countRuleOf } from '../core/check-forms.ts'
import {
  formsFileText,
  openContestBook,
  photographsFileText,
  takeAccount,
  takeCount,
  takePhotograph,
  type ContestBook,
} from '../core/contest-book.ts'
import { contestResultOf } from '../core/contest-result.ts'
import { editionPaths, type AccountVersion, type CountVersion, type StationEntry } from '../core/edition.ts'
import type { CandidateFacts, ContestFacts, ElectionFacts } from '../core/facts.ts'
import { seatShareOf, summarize } from '../core/summary.ts'
import { contestTable, totalsTableHead, totalsTableLines } from '../core/tables.ts'
import { writeForm45, writeForm46, type CountedStation } from './write-forms.ts'

/** A file of the sample edition. */
export interface SampleFile {
  readonly path: string
  readonly mediaType: string
  readonly bytes: Buffer
}

const electionId = 'sample-2026'
const names = [
  ['Zarina Gul', 'زرینہ گل'],
  ['Bakht Rawan', 'بخت روان'],
  ['Mehr Nigar', 'مہر نگار'],
  ['Sohail Tariq', 'سہیل طارق'],
] as const
const parties = [
  { id: 'lantern', name: { en: 'Lantern Party', ur: 'چراغ پارٹی' } },
  { id: 'river', name: { en: 'River Movement', ur: 'تحریکِ دریا' } },
  { id: 'independent', name: { en: 'Independent', ur: 'آزاد' } },
] as const

function candidates(): CandidateFacts[] {
  return names.map(([en, ur], index) => {
    const party = parties[Math.min(index, parties.length - 1)] ?? parties[2]
    return { serial: index + 1, name: { en, ur }, partyId: party.id, partyName: party.name, symbol: null }
  })
}

function seat(contestId: string, name: readonly [string, string], extra: Partial<ContestFacts> = {}): ContestFacts {
  return {
    contestId,
    name: { en: name[0], ur: name[1] },
    assembly: 'NA',
    province: 'islamabad',
    districtCode: null,
    registered: 14_000,
    noCount: null,
    candidates: candidates(),
    ...extra,
  }
}

const seats = [
  seat('NA-46', ['Islamabad-I', 'اسلام آباد 1']),
  seat('NA-47', ['Islamabad-II', 'اسلام آباد 2']),
  seat('NA-48', ['Islamabad-III', 'اسلام آباد 3']),
  seat('PP-7', ['Rawalpindi-II', 'راولپنڈی 2'], {
    assembly: 'PP',
    province: 'punjab',
    noCount: 'postponed',
    candidates: [],
  }),
]

const stationsEach = 14

function stationsOf(contestId: string): StationEntry[] {
  return Array.from({ length: stationsEach }, (_, index) => ({
    stationId: `${contestId}/${index + 1}`,
    number: index + 1,
    name: { en: `Government Girls School ${index + 1}`, ur: `گورنمنٹ گرلز اسکول ${index + 1}` },
    type: 'combined',
    registered: { male: 540, female: 460, total: 1000 },
  }))
}

/** Instant `minutes` after the close of the poll. */
const after = (minutes: number) => new Date(Date.UTC(2026, 10, 22, 13, 0) + minutes * 60_000).toISOString()

/** What a station counted; station 5 of each seat disagrees with itself. */
function counted(contestId: string, number: number): CountedStation {
  const votes = [210 + number * 3, 228 - number, 40, 2]
  return {
    electionId,
    contestId,
    stationNumber: number,
    registered: { male: 540, female: 460, total: 1000 },
    votes,
    ...(number === 5 ? { validTotal: votes.reduce((sum, each) => sum + each, 0) + 10, asOnPaper: true as const } : {}),
    excluded: 14 + number,
    polled: { male: 290, female: 480 + 3 * number - 290 + 14 },
    madeAt: after(90 + number),
    agents: { present: 3, signed: number % 4 === 0 ? 0 : 2 },
    imageSha256: number.toString(16).padStart(2, '0').repeat(32),
  }
}

/** Enters the forms of stations 1 to `upTo`, and two photographs of three; the returning officer corrects station 5. */
function enterForms(book: ContestBook, upTo: number, rule: ReturnType<typeof countRuleOf>): void {
  const { contestId } = book.facts
  for (let number = 1; number <= upTo; number++) {
    const station = counted(contestId, number)
    const form = writeForm45(station)
    const account = writeForm46(station)
    const entryId = number * 10
    const head = {
      version: 1,
      origin: { by: 'station', deviceKeyId: '5e'.repeat(16), bundleId: 'b0'.repeat(32), madeAt: station.madeAt },
      arrivedAt: after(95 + number),
      entryId,
      leaf: entryId - 1,
      imageSha256: station.imageSha256 ?? null,
    } as const
    const version: CountVersion = {
      ...head,
      findings: checkCount(form, form.registered, rule),
      votes: station.votes,
      validTotal: form.validTotal,
      excluded: form.excluded,
      tendered: 0,
      challenged: 0,
      polled: form.polled,
      registered: form.registered,
      agents: { present: 3, signed: form.agents.signed, refused: 0 },
    }
    takeCount(book, number, version)
    if (number === 5)
      takeCount(book, number, {
        ...version,
        version: 2,
        origin: {
          by: 'returning-officer',
          cause: 'copying-error',
          reason: 'Total read again from the paper.',
          confirmed: false,
          madeAt: after(200),
        },
        arrivedAt: after(200),
        validTotal: form.validTotal - 10,
        findings: [],
      })
    if (number % 2 === 0) {
      const { received, unissued, outOfBox, tendered, challenged, spoilt, missing } = account
      const figures = { received, unissued, outOfBox, tendered, challenged, spoilt, missing }
      takeAccount(book, number, { ...head, ...figures, findings: checkAccount(account) } satisfies AccountVersion)
    }
    if (number % 3 !== 0 && station.imageSha256 !== undefined)
      takePhotograph(book, {
        sha256: station.imageSha256,
        stationNumber: number,
        mediaType: 'image/jpeg',
        size: 284_000 + number,
        arrivedAt: after(100 + number),
        entryId: 500 + number,
        leaf: 499 + number,
      })
  }
}

function declare(book: ContestBook): void {
  book.postal = {
    votes: [5, 3, 1, 0],
    valid: 9,
    excluded: 1,
    issued: 12,
    receivedInTime: 10,
    recordedAt: after(600),
    entryId: 900,
  }
  const { contestId } = book.facts
  const [winner] = book.facts.candidates
  if (winner === undefined) return
  const { serial, name, partyId } = winner
  const shared = {
    version: 1,
    madeAt: after(700),
    reason: null,
    candidates: [],
    valid: 6_400,
    excluded: 300,
    stationsAwaited: [],
  }
  book.documents.push(
    {
      ...shared,
      form: '48',
      path: editionPaths.document(contestId, '48', 1),
      entryId: 901,
      sha256: 'c4'.repeat(32),
      stationsIncluded: stationsEach,
      returned: null,
    },
    {
      ...shared,
      form: '49',
      path: editionPaths.document(contestId, '49', 1),
      entryId: 902,
      sha256: 'd9'.repeat(32),
      stationsIncluded: stationsEach,
      returned: { serial, name, partyId, byLot: false },
    },
  )
}

const json = (path: string, text: string): SampleFile => ({
  path,
  mediaType: 'application/json',
  bytes: Buffer.from(text),
})
const csv = (path: string, text: string): SampleFile => ({ path, mediaType: 'text/csv', bytes: Buffer.from(text) })

/**
 * The files of a small results edition with everything that a reader must cope with: a seat in the middle of its count
 * (NA-46, with a correction and stations awaited), a declared one (NA-47), one still awaited (NA-48), one without a poll
 * (PP-7). Always the same.
 */
export function sampleEdition(): { readonly electionId: string; readonly files: readonly SampleFile[] } {
  const packId = parseRulePackId('elections-act-2017@2023-08')
  if (packId === undefined) throw new Error('the rule pack of 2023 is gone')
  const pack = getRulePack(packId)
  const at = { asOf: after(210), ledgerSize: 1_000 }
  const facts: ElectionFacts = {
    id: electionId,
    name: { en: 'Sample election 2026', ur: 'نمونہ انتخاب 2026' },
    pollDate: '2026-11-22',
    pack,
    contests: seats,
    parties,
    stations: new Map(),
  }
  const books = seats.map((contest) => openContestBook(contest, contest.noCount === null ? stationsEach : 0))
  const [counting, declared] = books
  if (counting === undefined || declared === undefined) throw new Error('the sample has lost its seats')
  enterForms(counting, 12, countRuleOf(pack))
  enterForms(declared, stationsEach, countRuleOf(pack))
  declare(declared)
  const summary = summarize(facts, books.map(seatShareOf), {
    ...at,
    refusals: new Map([['results.wrong-signature', 3]]),
  })
  const files = books.flatMap((book) => {
    const { contestId, noCount } = book.facts
    return [
      json(editionPaths.contest(contestId), JSON.stringify(contestResultOf(book, facts))),
      json(editionPaths.stations(contestId), JSON.stringify(noCount === null ? stationsOf(contestId) : [])),
      csv(editionPaths.contestTable(contestId), contestTable(book)),
      ...(book.photographs.length === 0 ? [] : [json(editionPaths.photographs(contestId), photographsFileText(book))]),
      ...book.files.map((_, index) => json(editionPaths.forms(contestId, index + 1), formsFileText(book, index + 1))),
    ]
  })
  return {
    electionId,
    files: [
      json(editionPaths.summary, JSON.stringify(summary)),
      csv(editionPaths.totalsTable, totalsTableHead + books.map(totalsTableLines).join('')),
      ...files,
    ],
  }
}
