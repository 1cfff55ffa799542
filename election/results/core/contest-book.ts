import { checkTogether } from './check-forms.ts'
import {
  stationsPerFormsFile,
  type AccountVersion,
  type ContestDocument,
  type CountVersion,
  type Finding,
  type Photograph,
  type PostalRow,
  type RecountOrder,
  type SetAside,
  type SetAsideDecision,
  type StationForms,
} from './edition.ts'
import type { ContestFacts } from './facts.ts'

/** Running sums over the counting versions of a seat's forms. */
interface Sums {
  counts: number
  accounts: number
  corrected: number
  blocking: number
  warnings: number
  statedValid: number
  excluded: number
  tendered: number
  challenged: number
  polledMale: number
  polledFemale: number
  polledOther: number
  polledTotal: number
  registeredMale: number
  registeredFemale: number
  registeredTotal: number
}

/**
 * Everything that has come in for one seat. Rows are held as JSON text, as they will stand in the forms files: a
 * national election is 170,000 of them, and text takes a third of what objects take.
 */
export interface ContestBook {
  readonly facts: ContestFacts
  readonly stationsExpected: number
  /** JSON of `StationForms` by station number. */
  readonly rows: Map<number, string>
  /** Station numbers file by file, in order of first arrival. */
  readonly files: number[][]
  readonly fileOf: Map<number, number>
  /** Forms files that differ from what was last published, 1 first. */
  readonly changedFiles: Set<number>
  /** By candidate in ballot order. */
  readonly votes: number[]
  readonly sums: Sums
  readonly setAside: SetAside[]
  readonly recounts: RecountOrder[]
  readonly documents: ContestDocument[]
  /** JSON of `Photograph`, in order of arrival. */
  readonly photographs: string[]
  postal: PostalRow | null
  lastArrivedAt: string | null
  /** Highest leaf of the ledger that concerns the seat; −1 before the first, or where leaves are not known. */
  lastLeaf: number
}

const nothing: Readonly<Sums> = {
  counts: 0,
  accounts: 0,
  corrected: 0,
  blocking: 0,
  warnings: 0,
  statedValid: 0,
  excluded: 0,
  tendered: 0,
  challenged: 0,
  polledMale: 0,
  polledFemale: 0,
  polledOther: 0,
  polledTotal: 0,
  registeredMale: 0,
  registeredFemale: 0,
  registeredTotal: 0,
}

/** An empty book for a seat of `stationsExpected` stations. */
export function openContestBook(facts: ContestFacts, stationsExpected: number): ContestBook {
  return {
    facts,
    stationsExpected,
    rows: new Map(),
    files: [],
    fileOf: new Map(),
    changedFiles: new Set(),
    votes: facts.candidates.map(() => 0),
    sums: { ...nothing },
    setAside: [],
    recounts: [],
    documents: [],
    photographs: [],
    postal: null,
    lastArrivedAt: null,
    lastLeaf: -1,
  }
}

/** The forms of a station that are in; undefined while it is awaited. */
export function formsOf(book: ContestBook, stationNumber: number): StationForms | undefined {
  const row = book.rows.get(stationNumber)
  return row === undefined ? undefined : (JSON.parse(row) as StationForms)
}

/** Enters one version of a station's Form-45. A version that is already in changes nothing. */
export function takeCount(book: ContestBook, stationNumber: number, version: CountVersion): void {
  const before = formsOf(book, stationNumber) ?? emptyRow(stationNumber)
  replace(book, before, { ...before, count: withVersion(before.count, version) })
  touch(book, version.arrivedAt, version.leaf)
}

/** Enters one version of a station's Form-46. A version that is already in changes nothing. */
export function takeAccount(book: ContestBook, stationNumber: number, version: AccountVersion): void {
  const before = formsOf(book, stationNumber) ?? emptyRow(stationNumber)
  replace(book, before, { ...before, account: withVersion(before.account, version) })
  touch(book, version.arrivedAt, version.leaf)
}

function emptyRow(number: number): StationForms {
  return { number, count: [], account: [], findings: [] }
}

/** Versions may be read in any order; they stand in theirs, each once. */
function withVersion<V extends { readonly version: number }>(versions: readonly V[], added: V): readonly V[] {
  if (versions.some(({ version }) => version === added.version)) return versions
  return [...versions, added].sort((a, b) => a.version - b.version)
}

/** Enters what was decided on a form that was set aside before. */
export function takeDecision(book: ContestBook, bundleId: string, decision: SetAsideDecision): void {
  const place = book.setAside.findIndex((form) => form.bundleId === bundleId)
  const form = book.setAside[place]
  if (form !== undefined) book.setAside[place] = { ...form, decision }
}

/** Notes that something of the seat arrived at `at` and stands in the ledger at `leaf`. */
export function touch(book: ContestBook, at: string, leaf: number): void {
  if (book.lastArrivedAt === null || at > book.lastArrivedAt) book.lastArrivedAt = at
  book.lastLeaf = Math.max(book.lastLeaf, leaf)
}

function replace(book: ContestBook, before: StationForms, changed: StationForms): void {
  const after = { ...changed, findings: findingsTogether(changed) }
  add(book, before, -1)
  add(book, after, 1)
  book.rows.set(after.number, JSON.stringify(after))
  book.changedFiles.add(fileFor(book, after.number))
}

function fileFor(book: ContestBook, stationNumber: number): number {
  const known = book.fileOf.get(stationNumber)
  if (known !== undefined) return known
  const last = book.files.at(-1)
  if (last === undefined || last.length >= stationsPerFormsFile) book.files.push([stationNumber])
  else last.push(stationNumber)
  book.fileOf.set(stationNumber, book.files.length)
  return book.files.length
}

/** A finding across both forms no longer blocks once the returning officer has vouched for one of them. */
function findingsTogether({ count, account }: StationForms): readonly Finding[] {
  const [lastCount, lastAccount] = [count.at(-1), account.at(-1)]
  if (lastCount === undefined || lastAccount === undefined) return []
  const found = checkTogether(lastCount, lastAccount)
  return isConfirmed(lastCount) || isConfirmed(lastAccount) ? found.map(recorded) : found
}

function isConfirmed({ origin }: CountVersion | AccountVersion): boolean {
  return origin.by === 'returning-officer' && origin.confirmed
}

/** The same finding, no longer in the way. */
export function recorded(found: Finding): Finding {
  return { ...found, level: 'record' }
}

function add(book: ContestBook, station: StationForms, sign: 1 | -1): void {
  const { sums } = book
  const count = station.count.at(-1)
  const account = station.account.at(-1)
  const findings = [...(count?.findings ?? []), ...(account?.findings ?? []), ...station.findings]
  for (const { level } of findings) {
    if (level === 'block') sums.blocking += sign
    if (level === 'warn') sums.warnings += sign
  }
  if (station.count.length > 1 || station.account.length > 1) sums.corrected += sign
  if (account !== undefined) sums.accounts += sign
  if (count === undefined) return
  count.votes.forEach((votes, index) => (book.votes[index] = (book.votes[index] ?? 0) + sign * votes))
  sums.counts += sign
  sums.statedValid += sign * count.validTotal
  sums.excluded += sign * count.excluded
  sums.tendered += sign * count.tendered
  sums.challenged += sign * count.challenged
  sums.polledMale += sign * count.polled.male
  sums.polledFemale += sign * count.polled.female
  sums.polledOther += sign * count.polled.other
  sums.polledTotal += sign * count.polled.total
  sums.registeredMale += sign * count.registered.male
  sums.registeredFemale += sign * count.registered.female
  sums.registeredTotal += sign * count.registered.total
}

/** Enters a photograph that has arrived. */
export function takePhotograph(book: ContestBook, photograph: Photograph): void {
  book.photographs.push(JSON.stringify(photograph))
}

/** The JSON text of the photographs file. */
export function photographsFileText(book: ContestBook): string {
  const contestId = JSON.stringify(book.facts.contestId)
  return `{"contestId":${contestId},"photographs":[\n${book.photographs.join(',\n')}\n]}\n`
}

/** The JSON text of one forms file, 1 first. */
export function formsFileText(book: ContestBook, file: number): string {
  const numbers = book.files[file - 1] ?? []
  const rows = numbers.map((number) => book.rows.get(number) ?? '')
  return `{"contestId":${JSON.stringify(book.facts.contestId)},"file":${file},"stations":[\n${rows.join(',\n')}\n]}\n`
}
