import type { LedgerActor } from '@intikhab/kernel/ledger'
import { addDays, karachiDate, karachiInstant } from '@intikhab/law'
import {
  createPublicClaims,
  decideClaim,
  parseCnic,
  type ClaimContent,
  type ClaimEvent,
  type ClaimPurpose,
  type Cnic,
  type DecisionRequest,
  type Docket,
  type TypedForm,
} from '@intikhab/rolls'
import { claimParts } from '../claims.ts'
import { given } from '../demonstration.ts'
import type { House } from '../house.ts'
import { district } from './officers.ts'

/** A registration office at work: what is handed in, and what its authority makes of it. */
export interface ClaimOffice {
  /** Taken in at the counter; whose claim it is by the name on the card. */
  atCounter(content: ClaimContent, by: { readonly cnic: string; readonly nameUr: string }): Promise<Docket>
  /** Typed on the public site. */
  overWeb(purpose: ClaimPurpose, typed: TypedForm): Promise<Docket>
  step(docket: Docket, event: ClaimEvent): Promise<void>
  /** Sets a hearing for today; whoever is concerned has come and wants no time to prepare. */
  setToday(docket: Docket): Promise<void>
  /** Sets a hearing with the days of notice that an objection takes, and has the notice served. */
  setWithNotice(docket: Docket): Promise<void>
  /** Holds the hearing that is set for today. */
  hear(
    docket: Docket,
    record: string,
    present?: { readonly claimant: boolean; readonly concerned: boolean },
  ): Promise<void>
  decide(
    docket: Docket,
    decision: Pick<DecisionRequest, 'outcome' | 'reasons'> & Partial<DecisionRequest>,
  ): Promise<void>
}

const room = 'کمرہ نمبر 2'
const minute = 60_000

/**
 * Opens the office of one authority. Hearings of today are half an hour apart, from nine or the next half hour on; those
 * late in the evening are all at its last.
 */
export async function openClaimOffice(
  house: House,
  counter: LedgerActor,
  authority: LedgerActor,
): Promise<ClaimOffice> {
  const parts = await claimParts(house)
  const { claims } = parts
  const everybody = createPublicClaims(parts)
  const today = karachiDate(house.now())
  const last = karachiInstant(today, 23, 30).getTime()
  const opens = karachiInstant(today, 9).getTime()
  let next = Math.max(opens, Math.ceil(house.now().getTime() / (30 * minute)) * 30 * minute)

  function hearingToday() {
    const at = new Date(Math.min(next, last)).toISOString()
    next += 30 * minute
    return { at, room }
  }
  const step = async (docket: Docket, event: ClaimEvent) =>
    void given(await claims.step({ district, docket }, event, authority))

  return {
    async atCounter(content, { cnic, nameUr }) {
      const claimant = { cnic: parseCnic(cnic) as Cnic, name: nameUr, phone: '', representative: null }
      const lodged = given(await claims.lodge({ district, source: 'counter', claimant, content, actor: counter }))
      return lodged.claim.docket
    },
    async overWeb(purpose, typed) {
      const lodged = await everybody.lodge({ purpose, typed, papers: [], ip: '127.0.0.1' })
      if (!lodged.ok) throw new Error(`the public site refused a ${purpose}: ${JSON.stringify(lodged.fault)}`)
      return lodged.value.claim.docket
    },
    step,
    setToday: (docket) => step(docket, { kind: 'hearing-set', hearing: hearingToday(), waived: true }),
    async setWithNotice(docket) {
      const { pack } = await parts.law()
      const day = addDays(today, pack.values.rolls.hearingNoticeDays.value + 1)
      const hearing = { at: karachiInstant(day, 10).toISOString(), room }
      await step(docket, { kind: 'hearing-set', hearing, waived: false })
      await step(docket, { kind: 'notice-served', way: 'family', on: today })
    },
    hear: (docket, record, present = { claimant: true, concerned: true }) =>
      step(docket, { kind: 'heard', present, record }),
    async decide(docket, decision) {
      const asked = { granted: null, under: null, ...decision }
      given(await decideClaim(parts, { district, docket }, asked, authority))
    },
  }
}
