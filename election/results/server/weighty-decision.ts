import type { WeightyAct } from '@intikhab/kernel/approvals'
import { accept, refuse, type Outcome } from '@intikhab/kernel/refusal'
import { z } from 'zod'
import type { Form } from '../core/bundle.ts'
import { checkAccount, checkCount, countRuleOf } from '../core/check-forms.ts'
import type { Finding } from '../core/edition.ts'
import { effectOf, inBoth } from '../core/effect.ts'
import { resultsRefusals } from '../core/refusals.ts'
import { sections } from '../core/sections.ts'
import { approvalWords as words } from './approval-words.ts'
import type { Counters } from './counters.ts'
import { findSeat, type KnownSeat } from './find-seat.ts'
import type { SeatReader, StoredSetAside } from './seat-reader.ts'
import { lookAtSeat } from './seat-store.ts'
import { formOf, versionOf } from './stored-forms.ts'
import { carryOutOnce, lapsesAfterHours, placeOf, reasonField, seatFields, type WeightyParts } from './weighty-act.ts'

/** What is decided on a form that was set aside, as the interface takes it. */
export const decisionSchema = z.strictObject({ decision: z.enum(['count', 'leave']), reason: reasonField })

const payload = z.strictObject({
  ...seatFields,
  bundleId: z.string().regex(/^[0-9a-f]{64}$/),
  ...decisionSchema.shape,
})

type Payload = z.infer<typeof payload>

/** Kind under which decisions on set-aside forms are proposed. */
export const decisionKind = 'results.decide-set-aside'

interface Decidable {
  readonly setAside: StoredSetAside
  readonly form: Form
  readonly findings: readonly Finding[]
  /** The station's form that counts now; undefined while it is awaited. */
  readonly last: { readonly version: number; readonly form: Form } | undefined
}

/** To count a form that was set aside as the station's next version, or to leave it uncounted; either with reasons. */
export function decisionAct(
  parts: WeightyParts & { countersOf(electionId: string): Counters | undefined },
): WeightyAct<Payload> {
  return {
    kind: decisionKind,
    act: 'results.decide-late',
    title: words.decisionTitle,
    lapsesAfterHours,
    payload,
    place: placeOf,

    async preview(given) {
      const found = findSeat(parts.findElection, given)
      if (!found.ok) return found
      const { election, contest, expected } = found.value
      return lookAtSeat(parts, given, async (seat) => {
        const open = await findDecidable(seat, found.value, given.bundleId)
        if (!open.ok) return open
        const { setAside, form, findings, last } = open.value
        const { station_number: stationNumber } = setAside
        const version = (last?.version ?? 0) + 1
        const origin = {
          by: 'decision',
          deviceKeyId: setAside.device_key,
          bundleId: setAside.bundle_id,
          reason: given.reason,
          madeAt: form.madeAt,
        } as const
        const effect =
          given.decision === 'leave'
            ? { counts: [], differences: [] }
            : effectOf(await seat.readBook(contest, expected), election, {
                stationNumber,
                before: last?.form,
                after: form,
                version: versionOf(form, { version, origin, findings, imageSha256: form.imageSha256 ?? null }),
                photographs: await seat.photographsOf(stationNumber),
              })
        const about = { form: form.form, station: `${contest.contestId}/${stationNumber}`, version }
        return accept({
          subject: `${election.id}/${contest.contestId}/${stationNumber}/form-${form.form}`,
          sentence: inBoth(given.decision === 'count' ? words.counts : words.leaves, () => about),
          ...effect,
          section: sections.consolidation,
        })
      })
    },

    async carryOut(given, approval) {
      const found = findSeat(parts.findElection, given)
      if (!found.ok) return found
      let first: Form | undefined
      const done = await carryOutOnce(parts, given, approval, async (seat) => {
        const open = await findDecidable(seat, found.value, given.bundleId)
        if (!open.ok) return open
        const { setAside, form, findings, last } = open.value
        const version = (last?.version ?? 0) + 1
        const counts = given.decision === 'count' ? { version, findings, form } : null
        if (counts !== null && version === 1) first = form
        const { reason } = given
        const entryId = await seat.addDecision({ setAside, counts, reason, section: sections.consolidation })
        return accept({ entryId, number: counts?.version ?? null })
      })
      // A station that was awaited is in now.
      if (done.ok && first !== undefined) parts.countersOf(given.electionId)?.accepted(first, parts.now().toISOString())
      return done
    },
  }
}

/** The form, its checks, and what it would come after. Refuses `no-such-set-aside` and `already-decided`. */
async function findDecidable(
  seat: SeatReader,
  { election, contest }: KnownSeat,
  bundleId: string,
): Promise<Outcome<Decidable>> {
  const setAside = await seat.findSetAside(bundleId)
  if (setAside === undefined) return refuse(resultsRefusals['no-such-set-aside'], { field: '/bundleId' })
  if (await seat.isDecided(bundleId)) return refuse(resultsRefusals['already-decided'])
  const form = formOf(setAside)
  const stations = election.stations.get(contest.contestId)
  const station = stations?.find(({ number }) => number === setAside.station_number)
  if (station === undefined) return refuse(resultsRefusals['unknown-station'])
  const findings =
    form.form === '45' ? checkCount(form, station.registered, countRuleOf(election.pack)) : checkAccount(form)
  return accept({ setAside, form, findings, last: await seat.findLast(setAside.station_number, setAside.form) })
}
