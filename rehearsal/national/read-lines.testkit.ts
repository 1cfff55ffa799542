import { chunksOf } from './chunks-of.ts'
import type { NationalPlan } from './national-plan.ts'

/** The fields of one line, by their columns. */
export interface ReadLine {
  readonly cnic: string
  readonly block: string
  readonly serial: number
  readonly household: number
  readonly permanent: string
  readonly temporary: string
  readonly posting: string
  readonly born: string
  readonly gender: string
  readonly chosen: string
}

/** Every line of the plan, read as PostgreSQL would. */
export function* linesOf(plan: NationalPlan): Generator<ReadLine> {
  for (const { lines } of chunksOf(plan))
    for (const line of Buffer.from(lines).toString().trimEnd().split('\n')) {
      const [cnic = '', block = '', serial, household, permanent = '', temporary = '', posting = '', ...rest] =
        line.split('\t')
      const [born = '', gender = '', , , , , chosen = ''] = rest
      const numbers = { serial: Number(serial), household: Number(household) }
      yield { cnic, block, ...numbers, permanent, temporary, posting, born, gender, chosen }
    }
}
