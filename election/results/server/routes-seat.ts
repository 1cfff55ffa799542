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

/** A form that was set aside, in full: what a decision rests on. */
export interface SetAsideForm {
  readonly form: Form
  /** Why it was set aside. */
  readonly code: string
  readonly arrivedAt: string
  readonly isDecided: boolean
}

/** Finds a form that was set aside by the SHA-256 of its bundle; undefined where the seat has none such. */
export type FindSetAside = (
  electionId: string,
  contestId: string,
  bundleId: string,
) => Promise<SetAsideForm | undefined>

const inElection = { election: z.string().max(60), contest: z.string().max(12) }

/** What the staff of a seat read of its stations. */
export function seatRoutes(parts: {
  findElection(electionId: string): ElectionFacts | undefined
  readonly findNewestForms: FindNewestForms
  readonly findSetAside: FindSetAside
}): Route[] {
  const { findElection, findNewestForms, findSetAside } = parts

  /** The seat, from narrow to wide. */
  function placesOf({ params }: { readonly params: { readonly election: string; readonly contest: string } }): Scope[] {
    const seat = findElection(params.election)?.contests.find(({ contestId }) => contestId === params.contest)
    const electionId = params.election
    const places: Scope[] = [{ kind: 'constituency', code: params.contest, electionId }]
    if (seat === undefined) return places
    if (seat.districtCode !== null) places.push({ kind: 'district', code: seat.districtCode, electionId })
    return [...places, { kind: 'province', code: seat.province, electionId }]
  }

  return [
    route({
      method: 'GET',
      path: '/api/results/:election/contests/:contest/stations/:station/forms',
      act: 'results.read-desk',
      summary: "The newest version of a station's forms in full, as a correction takes them",
      tag: 'results',
      params: z.object({
        ...inElection,
        station: z.coerce.number().int().min(1).max(99_999),
      }),
      scope: placesOf,
      async handler({ params: { election, contest, station } }) {
        const facts = findElection(election)
        if (facts === undefined) return refuse(resultsRefusals['unknown-election'], { field: '/election' })
        const known = facts.stations.get(contest)?.some(({ number }) => number === station) === true
        if (!known) return refuse(resultsRefusals['unknown-station'], { field: '/station' })
        return accept(await findNewestForms(election, contest, station))
      },
    }),
    route({
      method: 'GET',
      path: '/api/results/:election/contests/:contest/set-aside/:bundle',
      act: 'results.read-desk',
      summary: 'A form that was set aside, in full, as a decision takes it',
      tag: 'results',
      params: z.object({ ...inElection, bundle: z.string().regex(/^[0-9a-f]{64}$/) }),
      scope: placesOf,
      async handler({ params: { election, contest, bundle } }) {
        const found = await findSetAside(election, contest, bundle)
        return found === undefined ? refuse(resultsRefusals['no-such-set-aside'], { field: '/bundle' }) : accept(found)
      },
    }),
  ]
}
