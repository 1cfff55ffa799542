import { copyRow } from '@intikhab/kernel/database'
import type { EnrolledVoter } from '../../core/register/voter.ts'
import { cardLetter, genderLetter, relationLetter, statusLetter } from '../register/voter-row.ts'

/** The cards on the roll, for COPY, in the order of `cardColumns`. */
export const cardsQuery = `select cnic, gender, relation, card, status, date_of_birth, block, household, permanent_block,
  temporary_block, posting_block, name_ur, relation_name_ur, permanent_ur from rolls.voter where block is not null`

/** A voter as that query writes it, for rolls that are in no database. */
export function cardLine(voter: EnrolledVoter): string {
  const { addresses, entry } = voter
  return copyRow([
    voter.cnic,
    genderLetter[voter.gender],
    relationLetter[voter.relation],
    cardLetter[voter.card],
    statusLetter[voter.status],
    voter.dateOfBirth,
    Number(entry.block),
    entry.household,
    Number(addresses.permanent.block),
    addresses.temporary === null ? null : Number(addresses.temporary.block),
    addresses.posting === null ? null : Number(addresses.posting.block),
    voter.nameUr,
    voter.relationNameUr,
    addresses.permanent.textUr,
  ])
}
