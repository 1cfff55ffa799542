import { randomBytes, randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Database } from '@intikhab/kernel/database'
import { createHttp, memoryIdempotency, type HttpServer } from '@intikhab/kernel/http'
import { createLedger, ledgerMigrations, openSigner, type Ledger, type LedgerAct } from '@intikhab/kernel/ledger'
import type { Outcome } from '@intikhab/kernel/refusal'
import { actsIn, disagreements, freshDatabase, testClock } from '@intikhab/kernel/testkit'
import {
  acts,
  auditedPeople,
  createIdentity,
  identityMigrations,
  type Grant,
  type Identity,
  type Person,
} from '../index.ts'
import { requestsOfTwoDistricts } from './offices.testkit.ts'
import type { Term } from './terms.ts'

const system = { kind: 'system', id: 'test' } as const
/** One password for everybody: what is tested here is not the password. */
export const password = 'ninety thousand stations'

export interface PeopleHouse {
  readonly clock: ReturnType<typeof testClock>
  readonly database: Database
  readonly ledger: Ledger
  readonly identity: Identity
  readonly http: HttpServer
  /** Terms of the elections, as the programme would tell them; may be moved. */
  readonly terms: Map<string, Term>
  /** Makes an account, and the person as signed in. */
  hire(signInName: string, ...grants: Grant[]): Promise<Person>
  /** The same person with the offices in force now. */
  again(person: Person): Promise<Person>
  entries(): Promise<LedgerAct[]>
  /** The records that differ from what the ledger last said of them; empty where nobody touched the register by hand. */
  disagreements(): Promise<readonly string[]>
  close(): Promise<void>
}

export function codeOf(outcome: Outcome<unknown>): string {
  return outcome.ok ? 'done' : outcome.refusal.kind.code
}

/** Two districts with their offices open, two elections announced, and nobody hired. */
export async function openPeopleHouse(postgresUrl: string): Promise<PeopleHouse> {
  const clock = testClock('2024-02-08T05:00:00Z')
  const folder = mkdtempSync(join(tmpdir(), 'intikhab-people-'))
  const { database, drop } = await freshDatabase(postgresUrl, [ledgerMigrations, identityMigrations])
  const ledger = createLedger({
    database,
    folder: join(folder, 'ledger'),
    signer: openSigner(join(folder, 'key'), 'people.test'),
    origin: 'people.test',
  })
  const term = { from: '2023-12-14T19:00:00.000Z', until: '2024-03-24T19:00:00.000Z' }
  const terms = new Map<string, Term>([
    ['e-1', term],
    ['e-2', term],
  ])
  const identity = createIdentity({
    database,
    now: clock.now,
    secure: false,
    record: (tx, entries) => ledger.append(tx, entries),
    termOf: (electionId) => terms.get(electionId),
    signIn: { sealKey: randomBytes(32) },
  })
  const opened = await identity.offices.openOffices(requestsOfTwoDistricts, system)
  if (!opened.ok) throw new Error(`${codeOf(opened)} ${opened.refusal.field ?? ''}`)
  const http = createHttp({
    version: 'test',
    authenticate: identity.authenticate,
    grantFor: identity.grantFor,
    wantsFreshFactor: identity.wantsFreshFactor,
    acts,
    idempotencyStore: memoryIdempotency(clock.now),
    checkAnswers: true,
  })
  http.register(identity.routes)

  async function again(person: Person): Promise<Person> {
    const { rows } = await database.pool.query<{ id: string }>(
      'select id from identity.account where id = $1 and disabled_at is null',
      [person.accountId],
    )
    return rows.length === 0
      ? { ...person, grants: [] }
      : { ...person, grants: await identity.grantsOf(person.accountId) }
  }

  const entries = () => actsIn(database.pool)

  return {
    clock,
    database,
    ledger,
    identity,
    http,
    terms,
    again,
    entries,
    async hire(signInName, ...grants) {
      const made = await identity.accounts.create({ signInName, name: `Officer ${signInName}`, password, grants })
      if (!made.ok) throw new Error(codeOf(made))
      const { accountId } = made.value
      const secondFactorAt = clock.now().toISOString()
      const session = { id: randomUUID(), device: `browser-${randomBytes(8).toString('hex')}`, secondFactorAt }
      return again({ accountId, name: signInName, grants, session })
    },
    disagreements: async () => disagreements(auditedPeople(database), await entries()),
    async close() {
      await http.close()
      await drop()
      rmSync(folder, { recursive: true })
    },
  }
}
