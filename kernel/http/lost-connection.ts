/** SQLSTATE classes and socket errors that mean the database went away, not that the query was wrong. */
const sockets = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND'])
const states = /^(?:08...|57P0[1-3]|53300)$/
const words = /Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error/

/** Whether an exception is a lost connection: the caller may send the same again, and no bug is to be logged. */
export function isLostConnection(error: unknown): boolean {
  if (error instanceof AggregateError) return error.errors.some(isLostConnection)
  if (!(error instanceof Error)) return false
  const code = 'code' in error ? String(error.code) : ''
  return sockets.has(code) || states.test(code) || words.test(error.message)
}
