/** What went wrong while serving, as lines for an operator. */

const quietFor = 60_000

function wordsOf(problem: unknown): string {
  if (problem instanceof Error) return problem.stack ?? problem.message
  if (typeof problem === 'string') return problem
  if (typeof problem !== 'object' || problem === null) return String(problem)
  const { error, ...rest } = problem as { readonly error?: unknown }
  // A job's failure says its cause in its message already; a bug is told with the place where it is.
  const isTold = 'message' in rest && Object.keys(rest).length === 1
  const told = isTold ? String(rest.message) : JSON.stringify(rest)
  return error === undefined || isTold ? told : `${told} ${wordsOf(error)}`
}

/**
 * Gives the log. Several parts of the server try again every second while the database is away: the same complaint,
 * figures apart, is written once a minute.
 */
export function openProblemLog(write: (line: string) => void, now: () => number): (problem: unknown) => void {
  const written = new Map<string, number>()
  return (problem) => {
    const words = wordsOf(problem)
    const kind = words.replaceAll(/\d+/g, '0')
    const at = now()
    if (at - (written.get(kind) ?? -Infinity) < quietFor) return
    for (const [known, when] of written) if (at - when >= quietFor) written.delete(known)
    written.set(kind, at)
    write(words)
  }
}
