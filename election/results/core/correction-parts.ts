import type { Form45, Form46 } from './bundle.ts'
import type { AccountFigures, CountFigures } from './correction.ts'

/** The figures of Form-45 that a correction may change. */
export function countPart({ registered, candidates, validTotal, excluded, polled }: Form45): CountFigures {
  return { registered, candidates, validTotal, excluded, polled }
}

/** The figures of Form-46 that a correction may change. */
export function accountPart(form: Form46): AccountFigures {
  const { received, unissued, outOfBox, tendered, challenged, spoilt, missing } = form
  return { received, unissued, outOfBox, tendered, challenged, spoilt, missing }
}
