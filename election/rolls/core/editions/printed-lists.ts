import type { PrintedArea, PrintedEdition, PrintedList, VoterMark } from '../print/printed-list.ts'
import { genders } from '../register/voter.ts'
import type { ListDescription, ListedArea, ListedVoter } from './list-format.ts'

/** What a printed list says besides its voters. */
export interface ListFacts {
  readonly area: PrintedArea
  readonly edition: PrintedEdition
  readonly description: Pick<ListDescription, 'stage' | 'qualifyingDate'>
  /** Who is marked in the area, by CNIC; null for a copy without marks. */
  readonly marks: ReadonlyMap<string, VoterMark> | null
  /** For whom the copy is made. */
  readonly recipient: string | null
}

const rolls = ['general', 'supplementary'] as const

/**
 * The lists of an electoral area as they are printed: men, women, others; the supplementary list of each by itself. A list
 * in which nobody stands is left out.
 */
export function printedLists(
  { last }: Pick<ListedArea, 'last'>,
  voters: readonly ListedVoter[],
  { area, edition, description, marks, recipient }: ListFacts,
): PrintedList[] {
  return genders.flatMap((gender) =>
    rolls.flatMap((roll) => {
      const listed = voters.filter((voter) => voter.gender === gender && voter.roll === roll)
      if (listed.length === 0) return []
      return [
        {
          stage: description.stage,
          roll,
          gender,
          area,
          qualifyingDate: description.qualifyingDate,
          edition,
          lastSerial: last[gender],
          station: null,
          marked: marks !== null,
          recipient,
          voters: listed.map(({ serial, household, cnic, nameUr, relation, relationNameUr, ...voter }) => ({
            serial,
            household,
            cnic,
            nameUr,
            relation,
            relationNameUr,
            dateOfBirth: voter.dateOfBirth,
            addressUr: voter.addressUr,
            photo: voter.photo,
            mark: marks?.get(cnic) ?? null,
          })),
        },
      ]
    }),
  )
}

/** Name of a file for a list, without its ending: `901010101-women`. */
export function listFileName({ area: { block }, gender, roll }: PrintedList): string {
  const list = { male: 'men', female: 'women', other: 'others' }[gender]
  return roll === 'general' ? `${block}-${list}` : `${block}-${list}-supplementary`
}
