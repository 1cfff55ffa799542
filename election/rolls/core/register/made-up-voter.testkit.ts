import type { BlockCode } from '@intikhab/delimitation'
import type { Cnic } from '../identifiers.ts'
import type { EnrolledVoter, Identity } from './voter.ts'

/** An address in a block. */
export const addressIn = (block: string, textUr = 'مکان 1') => ({ textUr, block: block as BlockCode })

/** Who a made-up man is. */
export const kashifIdentity: Identity = {
  cnic: '9900100000011' as Cnic,
  card: 'cnic',
  nameUr: 'کاشف محمود',
  nameEn: 'Kashif Mehmood',
  relation: 'son',
  relationNameUr: 'بشیر احمد',
  gender: 'male',
  dateOfBirth: '1980-06-15',
  disabled: false,
  list: 'general',
  addresses: { permanent: addressIn('901010101'), temporary: null, posting: null },
  photo: null,
}

/** The same, enrolled at his permanent address. */
export const kashif: EnrolledVoter = {
  ...kashifIdentity,
  chosen: 'permanent',
  status: 'active',
  entry: { block: '901010101' as BlockCode, serial: 7, household: 3 },
}
