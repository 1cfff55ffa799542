import { z } from 'zod'
import { route, type Route } from '@intikhab/kernel/http'
import type { Scope } from '@intikhab/kernel/identity'
import { accept, refuse } from '@intikhab/kernel/refusal'
import type { Form } from '../core/bundle.ts'
import type { Finding } from '../core/edition.ts'
import type { ElectionFacts } from '../core/facts.ts'
import { resultsRefusals } from '../core/refusals.ts'

/** The newest version of a form as it is stored, in full: what a correction starts from. */
export interface NewestForm {
  readonly version: number
  readonly form: Form
  readonly findings: readonly Finding[]
}

/** The newest Form-45 and Form-46 of a station; null where the form is awaited. */
export interface NewestForms {
  readonly count: NewestForm | null
  readonly account: NewestForm | null
}

/** Finds the newest forms of a station. */
export type FindNewestForms = (electionId: string, contestId: string, stationNumber: number) => Promise<NewestForms>

/** What the staff of a seat read of its stations. */
export function seatRoutes(parts: {
  findElection(electionId: string): ElectionFacts | undefined
  readonly findNewestForms: FindNewestForms
}): Route[] {
  const { findElection, findNewestForms } = parts
  return [
    route({
      method: 'GET',
      path: '/api/results/:election/contests/:contest/stations/:station/forms',
      act: 'results.read-desk',
      summary: "The newest version of a station's forms in full, as a correction takes them",
      tag: 'results',
      params: z.object({
        election: z.string().max(60),
        contest: z.string().max(12),
        station: z.coerce.number().int().min(1).max(99_999),
      }),
      scope({ params }): Scope[] {
        const seat = findElection(params.election)?.contests.find(({ contestId }) => contestId === params.contest)
        const electionId = params.election
        const places: Scope[] = [{ kind: 'constituency', code: params.contest, electionId }]
        if (seat === undefined) return places
        if (seat.districtCode !== null) places.push({ kind: 'district', code: seat.districtCode, electionId })
        return [...places, { kind: 'province', code: seat.province, electionId }]
      },
      async handler({ params: { election, contest, station } }) {
        const facts = findElection(election)
        if (facts === undefined) return refuse(resultsRefusals['unknown-election'], { field: '/election' })
        const known = facts.stations.get(contest)?.some(({ number }) => number === station) === true
        if (!known) return refuse(resultsRefusals['unknown-station'], { field: '/station' })
        return accept(await findNewestForms(election, contest, station))
      },
    }),
  ]
}
