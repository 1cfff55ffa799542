import type pg from 'pg'

/**
 * Kysely sends every query unnamed, so PostgreSQL plans it anew each time. This names each distinct text
 * (measured: +60 % look-ups), up to a cap, so that a query built with a varying list cannot fill the server's memory.
 */
const names = new Map<string, string>()
const cap = 500

function nameOf(text: string): string | undefined {
  const known = names.get(text)
  if (known !== undefined) return known
  if (names.size >= cap || !/^\s*(select|insert|update|delete|with)\b/i.test(text)) return undefined
  const name = `s${names.size + 1}`
  names.set(text, name)
  return name
}

/**
 * A pool as Kysely wants it, whose clients name their statements, and send `begin` together with the first statement of
 * the transaction: one wait for the server less in each of them (measured: see docs/decisions/0003).
 */
export function withNamedStatements(pool: pg.Pool) {
  return {
    async connect() {
      const client = await pool.connect()
      let owesBegin = false

      function send(text: string, values: readonly unknown[]): Promise<pg.QueryResult> {
        const name = nameOf(text)
        return client.query(name === undefined ? { text, values: [...values] } : { name, text, values: [...values] })
      }

      return {
        async query(text: string, values: readonly unknown[]) {
          if (text === 'begin') {
            owesBegin = true
            return nothingDone
          }
          if (!owesBegin) return send(text, values)
          owesBegin = false
          // A transaction without a statement never reaches the server.
          if (text === 'commit' || text === 'rollback') return nothingDone
          const [, result] = await Promise.all([client.query('begin'), send(text, values)])
          return result
        },
        release: () => client.release(),
      }
    },
    end: () => pool.end(),
  }
}

const nothingDone = { command: '', rowCount: 0, rows: [] }
