import { readRows } from './csv.ts'
import { sumOfVotes, type SourceSeat } from './source.ts'

/** Every column of the commission's feed of 2018, in its order; the importer wants them all. */
const columns = [
  'election_date',
  'election_type',
  'contest_status',
  'assembly',
  'province',
  'constituency_code',
  'constituency_number',
  'constituency_name',
  'voter_reg',
  'votes_polled',
  'turnout',
  'turnout_calc',
  'valid_votes',
  'valid_calc',
  'votes_disq',
  'candidate_name',
  'candidate_party',
  'candidate_votes',
  'candidate_share',
  'candidate_rank',
  'outcome',
] as const

/** A line of CSV; only what needs quotes gets them. */
export function csvLine(cells: readonly (string | number)[]): string {
  return cells
    .map(String)
    .map((cell) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell))
    .join(',')
}

/** The lines of a feed that are about the seats named, as they are. */
export function feedOfSeats(feed: string, codes: ReadonlySet<string>): string {
  const [head = [], ...rows] = readRows(feed)
  const code = head.indexOf('constituency_code')
  return [head, ...rows.filter((row) => codes.has(row[code] ?? ''))].map((row) => `${csvLine(row)}\n`).join('')
}

/** A feed of seats that nobody published: for rehearsals without the real data. */
export function feedFrom(seats: readonly SourceSeat[]): string {
  const lines = seats.flatMap((seat) => {
    const [, number = ''] = seat.code.split('-')
    const sum = sumOfVotes(seat)
    const ranked = seat.candidates.map(({ votes }) => votes).sort((a, b) => b - a)
    return seat.candidates.map(({ name, party, votes }) =>
      csvLine([
        '2018-07-25',
        'General Election',
        'Contested',
        seat.assembly === 'NA' ? 'National' : 'Provincial',
        seat.province,
        seat.code,
        number,
        seat.name,
        seat.registered,
        seat.polled,
        (seat.polled / seat.registered).toFixed(4),
        seat.polled / seat.registered,
        seat.statedValid,
        sum,
        seat.rejected,
        name,
        party,
        votes,
        votes / sum,
        ranked.indexOf(votes) + 1,
        votes === ranked[0] ? 'Win' : 'Loss',
      ]),
    )
  })
  return `${columns.join(',')}\n${lines.join('\n')}\n`
}
