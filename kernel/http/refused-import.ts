import type { Refusal } from '@intikhab/kernel/refusal'
import { problemOf } from './problem.ts'
import { raw, type Raw } from './route.ts'

/**
 * Answers an import of which nothing was taken: the refusal's problem document with `report`, everything that is wrong
 * with the file; null where it is not the file that is at fault.
 */
export function refusedImport(refusal: Refusal, report: unknown): Raw {
  const problem = problemOf(refusal)
  return raw({
    status: problem.status,
    headers: { 'content-type': 'application/problem+json; charset=utf-8', 'cache-control': 'no-store' },
    body: JSON.stringify({ ...problem, report }),
  })
}
