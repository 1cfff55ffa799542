import type { Text } from '@intikhab/kernel/language'
import { accept, refuse, type Outcome } from '@intikhab/kernel/refusal'
import { formsOf, type ContestBook } from './contest-book.ts'
import type { Polled } from './bundle.ts'
import type { PostalRow } from './edition.ts'
import { resultsRefusals } from './refusals.ts'
import { standingsOf, votesOf } from './standings.ts'
import { totalsOf } from './contest-result.ts'

interface DocumentHead {
  readonly electionId: string
  readonly contestId: string
  readonly version: number
  readonly madeAt: string
  /** Why a later version was made; null for the first. */
  readonly reason: string | null
  readonly candidates: readonly {
    readonly serial: number
    readonly name: Text
    readonly partyId: string
    readonly votes: number
  }[]
  readonly valid: number
  readonly excluded: number
}

/** Form-47, provisional consolidated statement: the last accepted Forms-45, postal ballots not included (s.13(3)). */
export interface Form47 extends DocumentHead {
  readonly form: '47'
  readonly stationsIncluded: number
  readonly stationsAwaited: readonly number[]
}

/** One line of Form-48; `stationNumber` is null in the postal row. */
interface Form48Row {
  readonly stationNumber: number | null
  readonly votes: readonly number[]
  readonly valid: number
  readonly excluded: number
  readonly total: number
}

/** Form-48, consolidated statement of the results furnished by the presiding officers, then the postal row (s.95). */
export interface Form48 extends DocumentHead {
  readonly form: '48'
  readonly rows: readonly Form48Row[]
  readonly grandTotal: Form48Row
  readonly polled: Polled
}

/** Form-49, final consolidated result with the returned candidate (ss.95 and 98). */
export interface Form49 extends DocumentHead {
  readonly form: '49'
  /** Version of the Form-48 it rests on. */
  readonly restsOn: number
  readonly stationsIncluded: number
  readonly returned: { readonly serial: number; readonly name: Text; readonly partyId: string; readonly byLot: boolean }
}

export type ConsolidationDocument = Form47 | Form48 | Form49

/** Which document this is, and when and why it is made. */
export interface DocumentOccasion {
  readonly electionId: string
  readonly version: number
  readonly madeAt: string
  readonly reason: string | null
}

function head(book: ContestBook, occasion: DocumentOccasion, votes: readonly number[], excluded: number): DocumentHead {
  return {
    electionId: occasion.electionId,
    contestId: book.facts.contestId,
    version: occasion.version,
    madeAt: occasion.madeAt,
    reason: occasion.reason,
    candidates: book.facts.candidates.map(({ serial, name, partyId }, index) => ({
      serial,
      name,
      partyId,
      votes: votes[index] ?? 0,
    })),
    valid: votes.reduce((sum, each) => sum + each, 0),
    excluded,
  }
}

/** Makes Form-47 of whatever is in, naming the stations that are not. `stations` are all numbers of the seat. */
export function makeForm47(
  book: ContestBook,
  stations: readonly number[],
  occasion: DocumentOccasion,
): Outcome<Form47> {
  if (book.facts.noCount !== null) return refuse(resultsRefusals['no-poll'])
  const stationsAwaited = stations.filter((number) => (formsOf(book, number)?.count.length ?? 0) === 0)
  return accept({
    form: '47',
    ...head(book, occasion, book.votes, book.sums.excluded),
    stationsIncluded: book.sums.counts,
    stationsAwaited,
  })
}

/** Makes Form-48: every station in, nothing blocking, the postal row recorded. */
export function makeForm48(book: ContestBook, occasion: DocumentOccasion): Outcome<Form48> {
  const { sums, postal } = book
  if (book.facts.noCount !== null) return refuse(resultsRefusals['no-poll'])
  const awaited = book.stationsExpected - sums.counts
  if (awaited > 0) return refuse(resultsRefusals['stations-awaited'], { detail: { awaited } })
  if (sums.blocking > 0) return refuse(resultsRefusals['blocking-findings'], { detail: { blocking: sums.blocking } })
  if (postal === null) return refuse(resultsRefusals['no-postal-row'])
  const rows = [...book.rows.keys()].sort((a, b) => a - b).map((number) => stationRow(book, number))
  rows.push(formRow(null, postal.votes, postal.excluded))
  const totals = totalsOf(book)
  return accept({
    form: '48',
    ...head(book, occasion, votesOf(book), totals.excluded),
    rows,
    grandTotal: formRow(null, votesOf(book), totals.excluded),
    polled: totals.polled,
  })
}

function stationRow(book: ContestBook, number: number): Form48Row {
  const count = formsOf(book, number)?.count.at(-1)
  return formRow(number, count?.votes ?? [], count?.excluded ?? 0)
}

function formRow(stationNumber: number | null, votes: readonly number[], excluded: number): Form48Row {
  const valid = votes.reduce((sum, each) => sum + each, 0)
  return { stationNumber, votes, valid, excluded, total: valid + excluded }
}

/** A lot drawn among candidates with equal votes, as the returning officer recorded it. */
export interface LotDrawn {
  readonly serial: number
}

/**
 * Makes Form-49. `newest48` is the version of the Form-48 that holds the newest forms, undefined where none does. Equal
 * votes are never decided here: the lot is drawn before witnesses and recorded.
 */
export function makeForm49(
  book: ContestBook,
  newest48: number | undefined,
  lot: LotDrawn | undefined,
  occasion: DocumentOccasion,
): Outcome<Form49> {
  if (newest48 === undefined) return refuse(resultsRefusals['not-consolidated'])
  const { leader, tiedSerials } = standingsOf(book)
  if (tiedSerials.length > 0 && lot === undefined) return refuse(resultsRefusals.tied)
  if (lot !== undefined && !tiedSerials.includes(lot.serial)) return refuse(resultsRefusals['lot-without-tie'])
  const returned = lot === undefined ? leader : book.facts.candidates[lot.serial - 1]
  if (returned === undefined || returned === null) return refuse(resultsRefusals['not-consolidated'])
  const { serial, name, partyId } = returned
  return accept({
    form: '49',
    ...head(book, occasion, votesOf(book), totalsOf(book).excluded),
    restsOn: newest48,
    stationsIncluded: book.sums.counts,
    returned: { serial, name, partyId, byLot: lot !== undefined },
  })
}

/** Figures of a postal row before it is recorded. */
export type PostalFigures = Pick<PostalRow, 'votes' | 'excluded' | 'issued' | 'receivedInTime'>

/** Checks a postal row (s.93): as many candidates as the seat, and nothing counted that did not come in time. */
export function checkPostal(
  candidates: number,
  row: PostalFigures,
): Outcome<PostalFigures & { readonly valid: number }> {
  const { votes, excluded, issued, receivedInTime } = row
  if (votes.length !== candidates) {
    const kind = votes.length > candidates ? 'too-many-candidates' : 'too-few-candidates'
    return refuse(resultsRefusals[kind], { field: 'votes', detail: { found: votes.length, expected: candidates } })
  }
  const valid = votes.reduce((sum, each) => sum + each, 0)
  if (valid + excluded !== receivedInTime || receivedInTime > issued)
    return refuse(resultsRefusals['postal-sum'], { detail: { valid, excluded, receivedInTime, issued } })
  return accept({ ...row, valid })
}
