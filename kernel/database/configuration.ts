/** Where the database is and what it is told; read once by the composition root. */
export interface DatabaseConfiguration {
  /** `DATABASE_URL` of a server that somebody else runs; without it the embedded PostgreSQL is used. */
  readonly url: string | undefined
  /** Folder of the embedded server's data; made on first start. */
  readonly folder: string
  /** Trade durability for speed; only for throw-away databases of tests. */
  readonly disposable?: boolean
}

/** A start that failed for a reason its reader can mend; the message is one plain sentence. */
export class CannotStart extends Error {
  override readonly name = 'CannotStart'
}
