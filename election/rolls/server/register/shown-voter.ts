import { z } from 'zod'
import { maskCnic } from '../../core/identifiers.ts'
import {
  genders,
  relations,
  voterStatuses,
  type ElectoralArea,
  type RollDistrict,
  type Voter,
} from '../../core/register/voter.ts'

/** A name in both languages. */
export const text = z.object({ en: z.string(), ur: z.string() })

export const gender = z.enum(genders)

/** What every answer to an officer says of a voter. */
export const shownVoter = z.object({
  cnic: z.string().meta({ description: 'Masked' }),
  nameUr: z.string(),
  nameEn: z.string(),
  relation: z.enum(relations),
  relationNameUr: z.string(),
  gender,
  status: z.enum(voterStatuses),
  entry: z.object({ block: z.string(), serial: z.int(), household: z.int() }).nullable(),
})

export function showVoter(voter: Voter): z.infer<typeof shownVoter> {
  const { nameUr, nameEn, relation, relationNameUr, gender: marked, status, entry } = voter
  return { cnic: maskCnic(voter.cnic), nameUr, nameEn, relation, relationNameUr, gender: marked, status, entry }
}

/** The name of a place, null where there is none. */
export function showPlace(place: ElectoralArea | RollDistrict | undefined): z.infer<typeof text> | null {
  return place === undefined ? null : { en: place.nameEn, ur: place.nameUr }
}
