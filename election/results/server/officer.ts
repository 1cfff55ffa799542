import { hash } from 'node:crypto'
import type { Database } from '@intikhab/kernel/database'
import type { Ledger } from '@intikhab/kernel/ledger'
import { accept, refuse, type Outcome } from '@intikhab/kernel/refusal'
import { countRuleOf } from '../core/check-forms.ts'
import {
  correctAccount,
  correctCount,
  type AccountFigures,
  type CorrectionAsked,
  type CountFigures,
} from '../core/correction.ts'
import {
  checkPostal,
  makeForm47,
  makeForm48,
  makeForm49,
  type ConsolidationDocument,
  type LotDrawn,
  type PostalFigures,
} from '../core/documents.ts'
import type { CorrectionCause, Finding } from '../core/edition.ts'
import type { ContestFacts, ElectionFacts } from '../core/facts.ts'
import { resultsRefusals } from '../core/refusals.ts'
import { withSeat, type LockedSeat, type OfficerAct } from './seat-store.ts'

/** A correction or confirmation of one station's form. */
export type CorrectionRequest = {
  readonly stationNumber: number
  readonly cause: CorrectionCause
  readonly reason: string
} & (
  | ({ readonly form: '45' } & CorrectionAsked<CountFigures>)
  | ({ readonly form: '46' } & CorrectionAsked<AccountFigures>)
)

/** A consolidation document asked for. A later version needs its reason. */
export interface DocumentRequest {
  readonly form: '47' | '48' | '49'
  readonly reason: string | null
  /** Form-49 with equal votes only. */
  readonly lot?: LotDrawn
}

/** What the returning officer does with the results of a seat; each act and its ledger entry are one transaction. */
export interface Officer {
  correct(
    act: OfficerAct,
    asked: CorrectionRequest,
  ): Promise<Outcome<{ version: number; findings: readonly Finding[]; entryId: number }>>
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
  function findSeat(act: OfficerAct): Outcome<{ election: ElectionFacts; contest: ContestFacts }> {
    const election = parts.findElection(act.electionId)
    if (election === undefined) return refuse(resultsRefusals['unknown-election'], { field: '/election' })
    const contest = election.contests.find(({ contestId }) => contestId === act.contestId)
    if (contest === undefined) return refuse(resultsRefusals['unknown-contest'], { field: '/contest' })
    return accept({ election, contest })
  }

  return {
    async correct(act, asked) {
      const found = findSeat(act)
      if (!found.ok) return found
      const { election } = found.value
      const station = election.stations.get(act.contestId)?.find(({ number }) => number === asked.stationNumber)
      if (station === undefined) return refuse(resultsRefusals['unknown-station'], { field: '/stationNumber' })
      return withSeat(parts, act, async (seat) => {
        const last = await seat.findLast(asked.stationNumber, asked.form)
        const corrected =
          asked.form === '45'
            ? correctCount(asked, narrow(last, '45'), station.registered, countRuleOf(election.pack))
            : correctAccount(asked, narrow(last, '46'))
        if (!corrected.ok) return corrected
        const { form, version, findings } = corrected.value
        const { cause, reason, confirm: confirmed } = asked
        const entryId = await seat.addCorrection({ form, version, cause, reason, confirmed, findings })
        return accept({ version, findings, entryId })
      })
    },

    async recordPostal(act, row, reason) {
      const found = findSeat(act)
      if (!found.ok) return found
      const { contest } = found.value
      if (contest.noCount !== null) return refuse(resultsRefusals['no-poll'])
      const checked = checkPostal(contest.candidates.length, row)
      if (!checked.ok) return checked
      return withSeat(parts, act, async (seat) => {
        if (reason === null && (await seat.hasPostal()))
          return refuse(resultsRefusals['reason-wanted'], { field: '/reason' })
        return accept({ entryId: await seat.addPostal({ ...checked.value, reason }) })
      })
    },

    async makeDocument(act, asked) {
      const found = findSeat(act)
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
        const entryId = await seat.addDocument({ form, version, content, sha256, reason, newestEntry })
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

function narrow<K extends '45' | '46'>(
  last: Awaited<ReturnType<LockedSeat['findLast']>>,
  kind: K,
): { version: number; form: Extract<NonNullable<typeof last>['form'], { form: K }> } | undefined {
  if (last === undefined || last.form.form !== kind) return undefined
  return { version: last.version, form: last.form as Extract<NonNullable<typeof last>['form'], { form: K }> }
}
