import type { Scope } from '../rights/person.ts'
import type { Office, OfficeKind, OfficeRequest } from './office.ts'

function request(id: string, kind: OfficeKind, parent: string | null, scope: Scope): OfficeRequest {
  return { id, kind, name: { en: id, ur: id }, parent, scope }
}

const place = (kind: 'province' | 'region' | 'district' | 'constituency' | 'agency', code: string) => ({ kind, code })

/** Two provinces with a district each, two elections whose seats lie differently, an agency: in an order in which they can be opened. */
export const requestsOfTwoDistricts: readonly OfficeRequest[] = [
  request('secretariat', 'secretariat', null, { kind: 'national' }),
  request('pec-islamabad', 'provincial-officer', 'secretariat', place('province', 'islamabad')),
  request('pec-punjab', 'provincial-officer', 'secretariat', place('province', 'punjab')),
  request('rec-capital', 'regional-officer', 'pec-islamabad', place('region', 'capital')),
  request('dec-islamabad', 'district-officer', 'rec-capital', place('district', 'islamabad')),
  request('dec-rawalpindi', 'district-officer', 'pec-punjab', place('district', 'rawalpindi')),
  request('dro-islamabad', 'district-returning-officer', 'dec-islamabad', {
    ...place('district', 'islamabad'),
    electionId: 'e-1',
  }),
  request('ro-na-46', 'returning-officer', 'dro-islamabad', { ...place('constituency', 'NA-46'), electionId: 'e-1' }),
  request('ro-na-57', 'returning-officer', 'dec-rawalpindi', { ...place('constituency', 'NA-57'), electionId: 'e-1' }),
  request('ro-na-46-2', 'returning-officer', 'dec-rawalpindi', {
    ...place('constituency', 'NA-46'),
    electionId: 'e-2',
  }),
  request('agency-fbr', 'agency', 'secretariat', place('agency', 'fbr')),
]

const openedAt = new Date('2023-01-01T00:00:00Z')
export const officesOfTwoDistricts: readonly Office[] = requestsOfTwoDistricts.map(
  ({ id, kind, name, parent, scope }) => ({ id, kind, name, parent, scope, openedAt, closedAt: null }),
)
