import { writeTable } from '@intikhab/kernel/tables/write'
import type { ContestBook } from './contest-book.ts'
import { formsOf } from './contest-book.ts'
import { votesOf } from './standings.ts'

const line = (cells: readonly (string | number)[]) => writeTable([cells])

/** `contests/<contestId>.csv`: a row per station that is in, a column per candidate (RFC 4180, UTF-8). */
export function contestTable(book: ContestBook): string {
  const { candidates } = book.facts
  const rows = [
    line([
      'station',
      ...candidates.map(({ serial, name }) => `${serial} ${name.en}`),
      'valid_stated',
      'excluded',
      'polled_male',
      'polled_female',
      'polled_other',
      'polled',
      'registered',
      'version',
      'made_at',
      'arrived_at',
      'leaf',
    ]),
  ]
  for (const number of [...book.rows.keys()].sort((a, b) => a - b)) {
    const last = formsOf(book, number)?.count.at(-1)
    if (last === undefined) continue
    const { male, female, other, total } = last.polled
    const figures = [last.validTotal, last.excluded, male, female, other, total, last.registered.total, last.version]
    rows.push(line([number, ...last.votes, ...figures, last.origin.madeAt, last.arrivedAt, last.leaf]))
  }
  if (book.postal !== null) rows.push(line(['postal', ...book.postal.votes, book.postal.valid, book.postal.excluded]))
  return rows.join('')
}

export const totalsTableHead = line(['contest', 'assembly', 'province', 'serial', 'candidate', 'party', 'votes'])

/** A seat's lines in `totals.csv`: one a candidate, in ballot order. */
export function totalsTableLines(book: ContestBook): string {
  const { contestId, assembly, province, candidates } = book.facts
  const votes = votesOf(book)
  return candidates
    .map(({ serial, name, partyName }, index) =>
      line([contestId, assembly, province, serial, name.en, partyName.en, votes[index] ?? 0]),
    )
    .join('')
}
