import {
  choice,
  day,
  decimal,
  problemKinds,
  ProblemList,
  readTable,
  shape,
  text,
  wholeNumber,
  type Field,
  type ImportReport,
  type ProblemReport,
  type TableSource,
} from '@intikhab/kernel/tables'
import { parseContestId, type ProvinceCode } from '../core/contest.ts'
import { parties } from '../core/parties.ts'
import { planContests, type CandidateLine, type ContestPlan } from '../core/plan-contests.ts'

/** The file writes NA where it has nothing. */
function orNothing<T>(field: Field<T>): Field<T | null> {
  return { parse: (found) => (found === 'NA' ? null : field.parse(found)) }
}

const votes = wholeNumber({ most: 20_000_000 })
/** Figures that are not ours to judge here; a turnout in the feed is even negative. */
const ratio = decimal({ least: -1000, most: 1000 })

/** The columns of the commission's feed of 2018; the counts among them are read and left alone: they are no nominations. */
const columns = {
  election_date: day(),
  election_type: text(),
  contest_status: choice(['Contested', 'Uncontested', 'Postponed']),
  assembly: choice(['National', 'Provincial']),
  province: choice(['Punjab', 'Sindh', 'Khyber Paktunkhwa', 'Balochistan', 'Islamabad']),
  constituency_code: shape(/^(NA|PP|PS|PK|PB)-[1-9]\d{0,2}$/, 'NA-21'),
  constituency_number: wholeNumber({ least: 1, most: 999 }),
  constituency_name: text(),
  voter_reg: orNothing(votes),
  votes_polled: orNothing(votes),
  turnout: orNothing(ratio),
  turnout_calc: orNothing(ratio),
  valid_votes: orNothing(votes),
  valid_calc: orNothing(votes),
  votes_disq: orNothing(votes),
  candidate_name: orNothing(text()),
  candidate_party: orNothing(text()),
  candidate_votes: orNothing(votes),
  candidate_share: orNothing(ratio),
  candidate_rank: orNothing(wholeNumber({ least: 1, most: 500 })),
  outcome: orNothing(choice(['Win', 'Loss'])),
}

type Row = { [K in keyof typeof columns]: (typeof columns)[K] extends Field<infer T> ? T : never } & { line: number }

const provinces: Readonly<Record<Row['province'], ProvinceCode>> = {
  Punjab: 'punjab',
  Sindh: 'sindh',
  'Khyber Paktunkhwa': 'khyber-pakhtunkhwa',
  Balochistan: 'balochistan',
  Islamabad: 'islamabad',
}

const statuses = { Contested: 'contested', Uncontested: 'uncontested', Postponed: 'postponed' } as const

/** What makes a file of candidates unusable, beyond what makes any table so. */
export const candidateProblems = problemKinds('nominations', {
  'seat-contradicts-itself': {
    en: 'The line says something else about the seat than line {first}.',
    ur: 'یہ سطر حلقے کے بارے میں سطر {first} سے مختلف بات کہتی ہے۔',
  },
  'number-contradicts-code': {
    en: 'The number of the seat is not that of its code.',
    ur: 'حلقے کا نمبر اس کے کوڈ کے مطابق نہیں۔',
  },
  'candidate-incomplete': {
    en: 'A candidate needs a name and a party, and a contested seat needs a candidate on each line.',
    ur: 'امیدوار کا نام اور جماعت ضروری ہیں، اور مقابلے والے حلقے کی ہر سطر پر امیدوار ہونا چاہیے۔',
  },
})

/** A candidates file read: the plan and its report, or why it was refused as a whole. */
export type CandidatesReading =
  | { readonly ok: true; readonly plan: ContestPlan; readonly report: ImportReport }
  | { readonly ok: false; readonly refused: ProblemReport }

/** One line is one candidate of one seat; a line repeated in full is a fault of the file. */
function keyOf(row: Omit<Row, 'line'>): string {
  const { constituency_code, candidate_name, candidate_party, candidate_votes, candidate_rank } = row
  return [constituency_code, candidate_name, candidate_party, candidate_votes, candidate_rank].join(' / ')
}

/** Reads the candidates of 2018 from the commission's feed. Writes nothing. */
export async function readCandidates2018(source: TableSource): Promise<CandidatesReading> {
  const reading = await readTable(source, { columns, key: keyOf })
  if (!reading.ok) return reading
  const { rows, ...facts } = reading.table
  const lines = linesOf(source.name, rows)
  if (!Array.isArray(lines)) return { ok: false, refused: lines }
  const plan = planContests(lines, parties)
  const candidates = plan.contests.reduce((sum, contest) => sum + contest.candidates.length, 0)
  const totals = {
    contests: plan.contests.length,
    contested: plan.contests.filter(({ status }) => status === 'contested').length,
    candidates,
    parties: plan.parties.length,
  }
  const file = { name: facts.name, sha256: facts.sha256, bytes: facts.bytes, rows: rows.length }
  return { ok: true, plan, report: { files: [file], totals, findings: plan.findings } }
}

function linesOf(file: string, rows: readonly Row[]): CandidateLine[] | ProblemReport {
  const problems = new ProblemList()
  const firsts = new Map<string, Row>()
  const lines: CandidateLine[] = []
  for (const row of rows) {
    const contestId = parseContestId(row.constituency_code)
    if (contestId === undefined) continue
    const at = { file, line: row.line }
    const first = firsts.get(contestId) ?? row
    firsts.set(contestId, first)
    const differs = (['contest_status', 'province', 'constituency_name', 'voter_reg'] as const).find(
      (field) => row[field] !== first[field],
    )
    if (differs !== undefined)
      problems.add(candidateProblems['seat-contradicts-itself'], {
        ...at,
        field: differs,
        values: { first: first.line },
      })
    if (Number(contestId.slice(3)) !== row.constituency_number)
      problems.add(candidateProblems['number-contradicts-code'], { ...at, field: 'constituency_number' })
    const { candidate_name: name, candidate_party: party } = row
    const status = statuses[row.contest_status]
    if ((name === null) !== (party === null) || (name === null && status !== 'postponed'))
      problems.add(candidateProblems['candidate-incomplete'], {
        ...at,
        field: name === null ? 'candidate_name' : 'candidate_party',
      })
    lines.push({
      line: row.line,
      contestId,
      contestName: row.constituency_name,
      province: provinces[row.province],
      registered: row.voter_reg,
      status,
      candidate: name === null || party === null ? null : { name, party },
    })
  }
  return problems.count > 0 ? problems.report() : lines
}
