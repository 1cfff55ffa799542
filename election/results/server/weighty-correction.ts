import type { WeightyAct } from '@intikhab/kernel/approvals'
import type { Text } from '@intikhab/kernel/language'
import { accept, refuse, type Outcome } from '@intikhab/kernel/refusal'
import { z } from 'zod'
import type { Form } from '../core/bundle.ts'
import { countRuleOf } from '../core/check-forms.ts'
import { correctAccount, correctCount, type CorrectedForm } from '../core/correction.ts'
import { effectOf, inBoth } from '../core/effect.ts'
import { resultsRefusals } from '../core/refusals.ts'
import { sectionOfCorrection } from '../core/sections.ts'
import { approvalWords as words } from './approval-words.ts'
import { findSeat, type KnownSeat } from './find-seat.ts'
import { accountFiguresSchema, countFiguresSchema } from './form-schema.ts'
import { lookAtSeat } from './seat-store.ts'
import type { SeatReader } from './seat-reader.ts'
import { versionOf } from './stored-forms.ts'
import { carryOutOnce, lapsesAfterHours, placeOf, reasonField, seatFields, type WeightyParts } from './weighty-act.ts'

const correction = {
  stationNumber: z.int().min(1).max(99_999),
  correctsVersion: z.int().min(1),
  confirm: z.boolean(),
  cause: z.enum(['copying-error', 'recount', 'excluded-ballots-examined', 'commission-order', 'court-order']),
  reason: reasonField,
}

/** A correction or confirmation of one station's form, as the interface takes it. */
export const correctionSchema = z.discriminatedUnion('form', [
  z.strictObject({ form: z.literal('45'), ...correction, figures: countFiguresSchema }),
  z.strictObject({ form: z.literal('46'), ...correction, figures: accountFiguresSchema }),
])

const payload = z.strictObject({ ...seatFields, asked: correctionSchema })

type Payload = z.infer<typeof payload>

/** Kind under which corrections are proposed. */
export const correctionKind = 'results.correct-form'

/** To correct or confirm a station's form: one officer proposes the figures, another sees what they change. */
export function correctionAct(parts: WeightyParts): WeightyAct<Payload> {
  function knownSeat(asked: Payload): Outcome<KnownSeat> {
    return findSeat(parts.findElection, asked)
  }

  return {
    kind: correctionKind,
    act: 'results.correct',
    title: words.correctionTitle,
    lapsesAfterHours,
    payload,
    place: placeOf,

    async preview(given) {
      const { asked, contestId } = given
      const found = knownSeat(given)
      if (!found.ok) return found
      const { election, contest, expected } = found.value
      return lookAtSeat(parts, given, async (seat) => {
        const corrected = await decide(seat, found.value, asked)
        if (!corrected.ok) return corrected
        const { form, version, findings } = corrected.value
        const before = await seat.findLast(asked.stationNumber, asked.form)
        const book = await seat.readBook(contest, expected)
        const origin = {
          by: 'returning-officer',
          cause: asked.cause,
          reason: asked.reason,
          confirmed: asked.confirm,
          madeAt: '',
        } as const
        const effect = effectOf(book, election, {
          stationNumber: asked.stationNumber,
          before: before?.form,
          after: form,
          version: versionOf(form, { version, origin, findings, imageSha256: null }),
          photographs: await seat.photographsOf(asked.stationNumber),
        })
        const sentence: Text = inBoth(asked.confirm ? words.confirms : words.corrects, () => ({
          form: asked.form,
          station: `${contestId}/${asked.stationNumber}`,
          version,
        }))
        return accept({
          subject: `${election.id}/${contestId}/${asked.stationNumber}/form-${asked.form}`,
          sentence,
          ...effect,
          section: sectionOfCorrection(asked.cause, election.pack),
        })
      })
    },

    async carryOut(given, approval) {
      const { asked } = given
      const found = knownSeat(given)
      if (!found.ok) return found
      return carryOutOnce(parts, given, approval, async (seat) => {
        const corrected = await decide(seat, found.value, asked)
        if (!corrected.ok) return corrected
        const { cause, reason, confirm: confirmed } = asked
        const section = sectionOfCorrection(cause, found.value.election.pack)
        const entryId = await seat.addCorrection({ ...corrected.value, cause, reason, confirmed, section })
        return accept({ entryId, number: corrected.value.version })
      })
    },
  }
}

/** Decides on the correction as things stand in the seat. */
async function decide(
  seat: Pick<SeatReader, 'findLast'>,
  { election, contest }: KnownSeat,
  asked: Payload['asked'],
): Promise<Outcome<CorrectedForm<Form>>> {
  const stations = election.stations.get(contest.contestId)
  const station = stations?.find(({ number }) => number === asked.stationNumber)
  if (station === undefined) return refuse(resultsRefusals['unknown-station'], { field: '/stationNumber' })
  const last = await seat.findLast(asked.stationNumber, asked.form)
  return asked.form === '45'
    ? correctCount(asked, narrow(last, '45'), station.registered, countRuleOf(election.pack))
    : correctAccount(asked, narrow(last, '46'))
}

function narrow<K extends '45' | '46'>(
  last: { readonly version: number; readonly form: Form } | undefined,
  kind: K,
): { version: number; form: Extract<Form, { form: K }> } | undefined {
  if (last === undefined || last.form.form !== kind) return undefined
  return { version: last.version, form: last.form as Extract<Form, { form: K }> }
}
