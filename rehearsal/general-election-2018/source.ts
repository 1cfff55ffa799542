import { readCount, readRecords } from './csv.ts'

/** A candidate as the feed lists him or her, in the feed's order. Two of the same name are two candidates. */
interface SourceCandidate {
  readonly name: string
  readonly party: string
  readonly votes: number
}

/** A contested seat of the General Election of 25 July 2018 as the commission's feed states it; nothing repaired. */
export interface SourceSeat {
  /** `NA-21` */
  readonly code: string
  readonly assembly: 'NA' | 'PA'
  readonly name: string
  readonly province: string
  readonly registered: number
  /** Votes polled as stated: ballots issued. */
  readonly polled: number
  /** Valid votes as stated. */
  readonly statedValid: number
  readonly rejected: number
  readonly candidates: readonly SourceCandidate[]
}

/** A seat of the feed that has no count. */
export interface UncountedSeat {
  readonly code: string
  readonly name: string
  readonly province: string
  readonly reason: 'postponed' | 'uncontested'
  /** Registered voters, where the feed has them. */
  readonly registered: number | null
}

export interface Source {
  readonly contested: readonly SourceSeat[]
  readonly uncounted: readonly UncountedSeat[]
}

const columns = [
  'contest_status',
  'assembly',
  'province',
  'constituency_code',
  'constituency_name',
  'voter_reg',
  'votes_polled',
  'valid_votes',
  'votes_disq',
  'candidate_name',
  'candidate_party',
  'candidate_votes',
] as const

type Row = Record<(typeof columns)[number], string>

const seatColumns = ['constituency_name', 'voter_reg', 'votes_polled', 'valid_votes', 'votes_disq'] as const

/**
 * Reads `pk_candidate_data_2018.csv`, one row a candidate.
 *
 * @throws RangeError where a figure is no count or the rows of a seat state different figures of it.
 */
export function readSource(candidateCsv: string): Source {
  const bySeat = Map.groupBy(readRecords(candidateCsv, columns), (row) => row.constituency_code)
  const contested: SourceSeat[] = []
  const uncounted: UncountedSeat[] = []
  for (const [code, rows] of bySeat) {
    const [head] = rows
    if (head === undefined) continue
    for (const column of seatColumns)
      if (rows.some((row) => row[column] !== head[column])) throw new RangeError(`${code}: rows differ in ${column}`)
    if (head.contest_status === 'Contested') contested.push(readSeat(code, head, rows))
    else uncounted.push(readUncounted(code, head))
  }
  return { contested, uncounted }
}

function readSeat(code: string, head: Row, rows: readonly Row[]): SourceSeat {
  const count = (column: keyof Row, row = head) => readCount(row[column], `${code} ${column}`)
  return {
    code,
    assembly: head.assembly === 'National' ? 'NA' : 'PA',
    name: head.constituency_name,
    province: head.province,
    registered: count('voter_reg'),
    polled: count('votes_polled'),
    statedValid: count('valid_votes'),
    rejected: count('votes_disq'),
    candidates: rows.map((row) => ({
      name: row.candidate_name,
      party: row.candidate_party,
      votes: count('candidate_votes', row),
    })),
  }
}

function readUncounted(code: string, { contest_status, constituency_name, province, voter_reg }: Row): UncountedSeat {
  const reason = contest_status === 'Postponed' ? 'postponed' : 'uncontested'
  const registered = voter_reg === 'NA' ? null : readCount(voter_reg, `${code} voter_reg`)
  return { code, name: constituency_name, province, reason, registered }
}

/** Sum of the candidates' votes. */
export function sumOfVotes(seat: SourceSeat): number {
  return seat.candidates.reduce((sum, { votes }) => sum + votes, 0)
}

/** Winner's votes less the runner-up's; all of them where nobody else stood. */
export function marginOf(seat: SourceSeat): number {
  const [first = 0, second = 0] = seat.candidates.map(({ votes }) => votes).sort((a, b) => b - a)
  return first - second
}
