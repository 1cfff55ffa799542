import type { Grant, OfficeKind, OfficeRequest, Role, Scope } from '@intikhab/kernel/identity'
import { roleNames } from '@intikhab/kernel/identity'
import type { Text } from '@intikhab/kernel/language'
import type { StarterAccount } from './accounts.ts'

/** The offices of the demonstration country, and a person for each: two for everything that takes two. */

type Starter = Pick<StarterAccount, 'signInName' | 'grants'>

const national: Scope = { kind: 'national' }
const capital: Text = { en: 'Islamabad', ur: 'اسلام آباد' }

function office(id: string, kind: OfficeKind, parent: string | null, scope: Scope, place?: Text): OfficeRequest {
  const { en, ur } = roleNames[kind]
  const name = place === undefined ? { en, ur } : { en: `${en}, ${place.en}`, ur: `${ur}، ${place.ur}` }
  return { id, kind, name, parent, scope }
}

function agency(code: string, name: Text): OfficeRequest {
  return { id: `agency-${code}`, kind: 'agency', name, parent: 'secretariat', scope: { kind: 'agency', code } }
}

/** The first office of every installation. */
export const secretariatOffice: readonly OfficeRequest[] = [office('secretariat', 'secretariat', null, national)]

/** The tree, from the secretariat to the returning officer of each seat, in an order in which it can be opened. */
export function demonstrationOffices(electionId: string, seats: readonly string[]): OfficeRequest[] {
  const district: Scope = { kind: 'district', code: 'islamabad' }
  return [
    ...secretariatOffice,
    office('pec-islamabad', 'provincial-officer', 'secretariat', { kind: 'province', code: 'islamabad' }, capital),
    office('rec-islamabad', 'regional-officer', 'pec-islamabad', { kind: 'region', code: 'islamabad' }, capital),
    office('dec-islamabad', 'district-officer', 'rec-islamabad', district, capital),
    office('dro-islamabad', 'district-returning-officer', 'dec-islamabad', { ...district, electionId }, capital),
    ...seats.map((seat) => {
      const scope: Scope = { kind: 'constituency', code: seat, electionId }
      return office(`ro-${seat.toLowerCase()}`, 'returning-officer', 'dro-islamabad', scope, { en: seat, ur: seat })
    }),
    agency('nadra', { en: 'National Database and Registration Authority', ur: 'نادرا' }),
    agency('fbr', { en: 'Federal Board of Revenue', ur: 'فیڈرل بورڈ آف ریونیو' }),
    office('tribunal-islamabad', 'tribunal', 'secretariat', { ...district, electionId }, capital),
  ]
}

const starter = (signInName: string, role: Role, scope: Scope): Starter => ({ signInName, grants: [{ role, scope }] })

const secretariat = [
  starter('secretariat', 'secretariat', national),
  starter('second-secretariat', 'secretariat', national),
]

/** The accounts of the demonstration country. */
export function demonstrationPeople(electionId: string, seats: readonly string[]): Starter[] {
  const standing: Scope = { kind: 'district', code: 'islamabad' }
  const district: Scope = { ...standing, electionId }
  const inSeat = (seat: string): Grant['scope'] => ({ kind: 'constituency', code: seat, electionId })
  return [
    ...secretariat,
    starter('district-officer', 'district-officer', standing),
    starter('registration-counter', 'assistant-registration-officer', standing),
    starter('revising-authority', 'revising-authority', standing),
    starter('district-returning-officer', 'district-returning-officer', district),
    ...seats.flatMap((seat) => [
      starter(`ro-${seat.toLowerCase()}`, 'returning-officer', inSeat(seat)),
      starter(`aro-${seat.toLowerCase()}`, 'assistant-returning-officer', inSeat(seat)),
    ]),
    ...seats.slice(0, 1).map((seat) => starter('data-entry', 'data-entry', inSeat(seat))),
    starter('observer', 'observer', district),
    starter('auditor', 'auditor', national),
  ]
}

/** The accounts of a rehearsal: the secretariat, and one returning officer and one assistant who stand for all of them. */
export const rehearsalPeople: readonly Starter[] = [
  ...secretariat,
  starter('returning-officers', 'returning-officer', national),
  starter('assistant-returning-officers', 'assistant-returning-officer', national),
]
