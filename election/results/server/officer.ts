import { hash } from 'node:crypto'
import type { Database } from '@intikhab/kernel/database'
import type { Ledger } from '@intikhab/kernel/ledger'
import { accept, refuse, type Outcome } from '@intikhab/kernel/refusal'
import {
  checkPostal,
  makeForm47,
  makeForm48,
  makeForm49,
  type ConsolidationDocument,
  type LotDrawn,
  type PostalFigures,
} from '../core/documents.ts'
import type { ContestFacts, ElectionFacts } from '../core/facts.ts'
import { resultsRefusals } from '../core/refusals.ts'
import { sectionOfDocument, sections } from '../core/sections.ts'
import { findSeat } from './find-seat.ts'
import { withSeat, type LockedSeat, type OfficerAct } from './seat-store.ts'

/** A consolidation document asked for. A later version needs its reason. */
export interface DocumentRequest {
  readonly form: '47' | '48' | '49'
  readonly reason: string | null
  /** Form-49 with equal votes only. */
  readonly lot?: LotDrawn
}

/** What the returning officer does alone with the results of a seat; each act and its ledger entry are one transaction. */
export interface Officer {
  recordPostal(act: OfficerAct, row: PostalFigures, reason: string | null): Promise<Outcome<{ entryId: number }>>
  makeDocument(
    act: OfficerAct,
    asked: DocumentRequest,
  ): Promise<Outcome<{ document: ConsolidationDocument; entryId: number }>>
}

export function createOfficer(parts: {
  readonly database: Database
  readonly ledger: Pick<Ledger, 'appendOn'>
  findElection(electionId: string): ElectionFacts | undefined
}): Officer {
  return {
    async recordPostal(act, row, reason) {
      const found = findSeat(parts.findElection, act)
      if (!found.ok) return found
      const { contest } = found.value
      if (contest.noCount !== null) return refuse(resultsRefusals['no-poll'])
      const checked = checkPostal(contest.candidates.length, row)
      if (!checked.ok) return checked
      return withSeat(parts, act, async (seat) => {
        if (reason === null && (await seat.hasPostal()))
          return refuse(resultsRefusals['reason-wanted'], { field: '/reason' })
        return accept({ entryId: await seat.addPostal({ ...checked.value, reason, section: sections.postal }) })
      })
    },

    async makeDocument(act, asked) {
      const found = findSeat(parts.findElection, act)
      if (!found.ok) return found
      const { election, contest } = found.value
      const stations = (election.stations.get(act.contestId) ?? []).map(({ number }) => number)
      return withSeat(parts, act, async (seat) => {
        const before = await seat.findDocument(asked.form)
        if (before !== undefined && asked.reason === null)
          return refuse(resultsRefusals['reason-wanted'], { field: '/reason' })
        const version = (before?.version ?? 0) + 1
        const newestEntry = await seat.newestEntry()
        const made = await make(seat, contest, stations, asked, { ...act, version, newestEntry })
        if (!made.ok) return made
        const content = `${JSON.stringify(made.value)}\n`
        const sha256 = hash('sha256', content, 'hex')
        const { form, reason } = asked
        const section = sectionOfDocument(form, election.pack)
        const entryId = await seat.addDocument({ form, version, content, sha256, reason, newestEntry, section })
        return accept({ document: made.value, entryId })
      })
    },
  }
}

async function make(
  seat: LockedSeat,
  contest: ContestFacts,
  stations: readonly number[],
  asked: DocumentRequest,
  at: OfficerAct & { readonly version: number; readonly newestEntry: number },
): Promise<Outcome<ConsolidationDocument>> {
  const book = await seat.readBook(contest, stations.length)
  const occasion = { electionId: at.electionId, version: at.version, madeAt: at.at, reason: asked.reason }
  if (asked.form === '47') return makeForm47(book, stations, occasion)
  if (asked.form === '48') return makeForm48(book, occasion)
  const form48 = await seat.findDocument('48')
  const newest48 = form48?.newestEntry === at.newestEntry ? form48.version : undefined
  return makeForm49(book, newest48, asked.lot, occasion)
}
