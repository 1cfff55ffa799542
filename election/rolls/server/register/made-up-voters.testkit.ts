import type { BlockCode } from '@intikhab/delimitation'
import type { Cnic, RollId } from '../../core/identifiers.ts'
import type { Roll } from '../../core/register/roll.ts'
import type { VoterChange } from '../../core/register/change.ts'
import type { ElectoralArea, RollDistrict, EnrolledVoter } from '../../core/register/voter.ts'

/** Two districts of two provinces, two blocks each, and people who do not exist (no CNIC begins with 99). */
export const districts: readonly RollDistrict[] = [
  { code: 'attock', nameEn: 'Attock', nameUr: 'اٹک', province: 'punjab', officePhone: '057-0000000' },
  { code: 'quetta', nameEn: 'Quetta', nameUr: 'کوئٹہ', province: 'balochistan', officePhone: '081-0000000' },
]

const area = (block: string, district: string): ElectoralArea => ({
  block: block as BlockCode,
  nameEn: `Area ${block}`,
  nameUr: `علاقہ ${block}`,
  district,
})

export const areas = [
  area('901010101', 'attock'),
  area('901010102', 'attock'),
  area('902010101', 'quetta'),
  area('902010102', 'quetta'),
]

export const roll: Roll = {
  id: 'test-2024' as RollId,
  nameEn: 'Test roll',
  nameUr: 'آزمائشی فہرست',
  rulePack: 'elections-act-2017@2023-08',
  qualifyingDate: '2024-01-01',
  termEndsOn: null,
  resultsAnnouncedAt: null,
}

/** Voter number `n`, the `serial`-th man or woman of a block. */
export function voter(n: number, block: string, gender: 'male' | 'female', serial: number): EnrolledVoter {
  return {
    cnic: `99001${String(n).padStart(7, '0')}${gender === 'male' ? 1 : 2}` as Cnic,
    nameUr: gender === 'male' ? 'کاشف محمود' : 'ثمینہ بی بی',
    nameEn: gender === 'male' ? 'Kashif Mehmood' : 'Samina Bibi',
    relation: gender === 'male' ? 'son' : 'daughter',
    relationNameUr: 'بشیر احمد',
    gender,
    // Ages 19 to 88, evenly.
    dateOfBirth: `${2004 - (n % 70)}-06-15`,
    card: 'cnic',
    disabled: false,
    list: 'general',
    addresses: { permanent: { textUr: `مکان ${n}`, block: block as BlockCode }, temporary: null, posting: null },
    photo: null,
    chosen: 'permanent',
    entry: { block: block as BlockCode, household: 1 + Math.floor(serial / 4), serial },
    status: 'active',
  }
}

/** `each` men and as many women in each of the four blocks. */
export function* everybody(each: number): Generator<EnrolledVoter> {
  let n = 0
  for (const { block } of areas)
    for (const gender of ['male', 'female'] as const)
      for (let serial = 1; serial <= each; serial++) yield voter(n++, block, gender, serial)
}

/** The card of voter number `n` as somebody who is to be enrolled brings it. */
export function enrolment(n: number, block: string): VoterChange & { readonly kind: 'enrolled' } {
  return enrolmentOf(voter(n, block, 'female', 1))
}

/** What enrols this person anew. */
function enrolmentOf(person: EnrolledVoter): VoterChange & { readonly kind: 'enrolled' } {
  const { chosen, entry, status: _status, ...identity } = person
  return { kind: 'enrolled', identity, chosen, household: entry.household }
}
