import { writeTable } from '@intikhab/kernel/tables'
import { ageOn } from '../../core/print/age-on.ts'
import { assertPrintable } from '../../core/print/list-totals.ts'
import type { PrintedList } from '../../core/print/printed-list.ts'

const heading = [
  'serial',
  'household',
  'cnic',
  'name_ur',
  'relation',
  'relation_name_ur',
  'date_of_birth',
  'age',
  'address_ur',
  'mark',
]

/** The same voters in the same order as in the printed list, for programs (s.41: a searchable copy). RFC 4180, UTF-8. */
export function listCsv(list: PrintedList): string {
  assertPrintable(list)
  const rows = list.voters.map((voter) => [
    voter.serial,
    voter.household,
    voter.cnic,
    voter.nameUr,
    voter.relation,
    voter.relationNameUr,
    voter.dateOfBirth,
    ageOn(list.qualifyingDate, voter.dateOfBirth),
    voter.addressUr,
    voter.mark,
  ])
  return writeTable([heading, ...rows])
}
