import type { ChangedFile } from '@intikhab/kernel/editions'
import {
  formsFileText,
  openContestBook,
  photographsFileText,
  takeAccount,
  takeCount,
  takeDecision,
  takePhotograph,
  touch,
  type ContestBook,
} from '../core/contest-book.ts'
import { contestResultOf } from '../core/contest-result.ts'
import { editionPaths } from '../core/edition.ts'
import type { ElectionFacts } from '../core/facts.ts'
import { seatShareOf, summarize, type SeatShare } from '../core/summary.ts'
import { contestTable, totalsTableHead, totalsTableLines } from '../core/tables.ts'
import type { Change } from './read-changes.ts'
import { decisionOf, documentOf, photographOf, postalRowOf, recountOf, setAsideOf } from './stored-acts.ts'
import { accountVersionOf, countVersionOf, formOf } from './stored-forms.ts'

/** Every seat's book of an election, and which files of the edition differ from what was last written. */
export interface EditionBooks {
  /** Whether anything is due to be written at `now`. */
  isDue(at: Pick<MakingOfFiles, 'now' | 'complete'>): boolean
  take(change: Change): void
  /** Makes the files that differ, and forgets that they did. Tables of seats still counting and lists of photographs wait for `slowFilesEvery`. */
  makeFiles(at: MakingOfFiles): ChangedFile[]
}

interface MakingOfFiles {
  readonly asOf: string
  readonly ledgerSize: number
  readonly refusals: ReadonlyMap<string, number>
  /** Milliseconds of the epoch. */
  readonly now: number
  /** Make the tables, too, however new the last ones are. */
  readonly complete: boolean
}

/** A spreadsheet of a counting seat and a list of photographs need not be newer than this, in milliseconds. */
const slowFilesEvery = 30_000

/** Opens the books of an election with nothing in them; all its files are due. */
export function openEditionBooks(facts: ElectionFacts): EditionBooks {
  const books = new Map(
    facts.contests.map((contest): [string, ContestBook] => [
      contest.contestId,
      openContestBook(contest, facts.stations.get(contest.contestId)?.length ?? 0),
    ]),
  )
  const shares = new Map<string, SeatShare>()
  const lines = new Map<string, string>()
  const changed = new Set(books.keys())
  const isDifferentTable = new Set(books.keys())
  const tableMadeAt = new Map<string, number>()
  const hasNewPhotographs = new Set<string>()
  const photographsMadeAt = new Map<string, number>()
  const documents: ChangedFile[] = []
  let isNew = true

  function take(change: Change): void {
    const book = books.get(change.contestId)
    if (book === undefined) return
    if (change.kind === 'evidence') {
      takePhotograph(book, photographOf(change.row, change.leaf))
      hasNewPhotographs.add(change.contestId)
      return
    }
    changed.add(change.contestId)
    isDifferentTable.add(change.contestId)
    if (change.kind === 'form') {
      const form = formOf(change.row)
      const { station_number: number } = change.row
      if (form.form === '45') takeCount(book, number, countVersionOf(change.row, form, change.leaf))
      else takeAccount(book, number, accountVersionOf(change.row, form, change.leaf))
    } else if (change.kind === 'set-aside') {
      book.setAside.push(setAsideOf(change.row))
      touch(book, change.row.arrived_at.toISOString(), change.leaf)
    } else if (change.kind === 'postal') {
      book.postal = postalRowOf(change.row)
      touch(book, change.row.recorded_at.toISOString(), change.leaf)
    } else if (change.kind === 'decision') {
      takeDecision(book, change.row.bundle_id, decisionOf(change.row))
      touch(book, change.row.decided_at.toISOString(), change.leaf)
    } else if (change.kind === 'recount') {
      book.recounts.push(recountOf(change.row))
      touch(book, change.row.ordered_at.toISOString(), change.leaf)
    } else {
      const document = documentOf(change.row)
      book.documents.push(document)
      documents.push(file(document.path, change.row.content))
      touch(book, document.madeAt, change.leaf)
    }
  }

  function contestFiles(contestId: string, book: ContestBook): ChangedFile[] {
    const files = [file(editionPaths.contest(contestId), `${JSON.stringify(contestResultOf(book, facts))}\n`)]
    if (isNew) {
      const stations = JSON.stringify(facts.stations.get(contestId) ?? [])
      files.push(file(editionPaths.stations(contestId), `${stations}\n`))
    }
    for (const number of book.changedFiles)
      files.push(file(editionPaths.forms(contestId, number), formsFileText(book, number)))
    book.changedFiles.clear()
    return files
  }

  function isTableDue(contestId: string, { now, complete }: Pick<MakingOfFiles, 'now' | 'complete'>): boolean {
    const book = books.get(contestId)
    return (
      complete ||
      isOld(tableMadeAt, contestId, now) ||
      (book !== undefined && book.sums.counts >= book.stationsExpected)
    )
  }

  function tables(at: MakingOfFiles): ChangedFile[] {
    const files: ChangedFile[] = []
    for (const contestId of isDifferentTable) {
      const book = books.get(contestId)
      if (book === undefined || !isTableDue(contestId, at)) continue
      files.push(file(editionPaths.contestTable(contestId), contestTable(book), 'text/csv; charset=utf-8'))
      lines.set(contestId, totalsTableLines(book))
      tableMadeAt.set(contestId, at.now)
      isDifferentTable.delete(contestId)
    }
    if (files.length === 0) return files
    const totals = totalsTableHead + [...books.keys()].map((contestId) => lines.get(contestId) ?? '').join('')
    files.push(file(editionPaths.totalsTable, totals, 'text/csv; charset=utf-8'))
    return files
  }

  function isPhotographsDue(contestId: string, { now, complete }: Pick<MakingOfFiles, 'now' | 'complete'>): boolean {
    return complete || isOld(photographsMadeAt, contestId, now)
  }

  function photographs(at: MakingOfFiles): ChangedFile[] {
    const files: ChangedFile[] = []
    for (const contestId of hasNewPhotographs) {
      const book = books.get(contestId)
      if (book === undefined || !isPhotographsDue(contestId, at)) continue
      files.push(file(editionPaths.photographs(contestId), photographsFileText(book)))
      photographsMadeAt.set(contestId, at.now)
      hasNewPhotographs.delete(contestId)
    }
    return files
  }

  return {
    isDue: (at) =>
      changed.size > 0 ||
      [...isDifferentTable].some((contestId) => isTableDue(contestId, at)) ||
      [...hasNewPhotographs].some((contestId) => isPhotographsDue(contestId, at)),
    take,
    makeFiles(at) {
      const files = documents.splice(0)
      for (const contestId of changed) {
        const book = books.get(contestId)
        if (book === undefined) continue
        files.push(...contestFiles(contestId, book))
        shares.set(contestId, seatShareOf(book))
      }
      files.push(...tables(at), ...photographs(at))
      const summary = summarize(
        facts,
        [...books.keys()].map((contestId) => shares.get(contestId)).filter((share) => share !== undefined),
        at,
      )
      files.push(file(editionPaths.summary, `${JSON.stringify(summary)}\n`))
      changed.clear()
      isNew = false
      return files
    },
  }
}

function isOld(madeAt: ReadonlyMap<string, number>, contestId: string, now: number): boolean {
  return now - (madeAt.get(contestId) ?? -Infinity) >= slowFilesEvery
}

function file(path: string, text: string, mediaType = 'application/json'): ChangedFile {
  return { path, mediaType, bytes: Buffer.from(text) }
}
