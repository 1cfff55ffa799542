import { generateKeyPairSync, type KeyObject } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Database } from '@intikhab/kernel/database'
import { sql } from 'kysely'
import { sealBatch, type BatchSeal } from '../../sim/registry/batch-file.ts'
import { openMadeUpRegister, type MadeUpRegister } from '../register/made-up-register.testkit.ts'
import { voter } from '../register/made-up-voters.testkit.ts'
import { openRegistryFeed, type RegistryFeed, type RegistryFeedConfiguration } from './feed.ts'

export const officer = { actor: { kind: 'account', id: 'officer' }, road: 'upload' } as const

/** A register of `each` men and women in each of four blocks, a feed into it, and a registry that signs. */
export interface FeedBench extends MadeUpRegister {
  readonly feed: RegistryFeed
  readonly configuration: RegistryFeedConfiguration
  readonly folder: string
  readonly seal: BatchSeal
  /** A batch as a stream, in pieces of a few bytes. */
  stream(bytes: Buffer): AsyncGenerator<Uint8Array>
  /** Seals lines from a number on and keeps the batch. */
  send(from: number, lines: readonly string[]): ReturnType<RegistryFeed['keep']>
}

export function keyPair(): { privateKey: KeyObject; pem: string } {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  return { privateKey, pem: publicKey.export({ type: 'spki', format: 'pem' }) }
}

export async function openFeedBench(
  postgresUrl: string,
  { each = 50, recordsAtOnce = 7 }: { readonly each?: number; readonly recordsAtOnce?: number } = {},
): Promise<FeedBench> {
  const register = await openMadeUpRegister(postgresUrl, each, officer.actor)
  const { database, ledger, clock } = register
  const folder = mkdtempSync(join(tmpdir(), 'registry-feed-'))
  const { privateKey, pem } = keyPair()
  const keyFile = join(folder, 'registry.pem')
  writeFileSync(keyFile, pem)
  const evidence = join(folder, 'evidence')
  const configuration = {
    database,
    ledger,
    now: clock.now,
    folder: evidence,
    registry: 'nadra',
    keyFile,
    deaths: 'delete',
    recordsAtOnce,
  } as const
  const feed = await openRegistryFeed(configuration)
  const seal = { registry: 'nadra', privateKey, madeAt: '2024-02-29T12:00:00Z' }
  async function* stream(bytes: Buffer) {
    for (let at = 0; at < bytes.length; at += 1000) yield bytes.subarray(at, at + 1000)
  }
  return {
    ...register,
    feed,
    configuration,
    folder,
    seal,
    stream,
    send: (from, lines) => feed.keep(stream(sealBatch(seal, from, lines)), officer),
    async drop() {
      await register.drop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** A card of voter number `n` of `made-up-voters.testkit.ts`; by default a man of block 901010101, as the register has him. */
export function card(n: number, fields: Readonly<Record<string, unknown>> & { readonly number: number }): string {
  const { number, ...others } = fields
  const isMan = (fields['gender'] ?? 'male') === 'male'
  const { cnic, nameUr, nameEn, relation, relationNameUr, gender, dateOfBirth, addresses } = voter(
    n,
    '901010101',
    isMan ? 'male' : 'female',
    1,
  )
  const permanent = { ur: addresses.permanent.textUr, block: addresses.permanent.block }
  const person = { cnic, card: 'cnic', nameUr, nameEn, relation, relationNameUr, gender, dateOfBirth, permanent }
  return JSON.stringify({ n: number, kind: 'new-card', ...person, ...others })
}

/** How records ended, as `number outcome/reason`. */
export async function endings(database: Database, from = 1): Promise<string[]> {
  const { rows } = await sql<{ told: string }>`
    select number || ' ' || outcome || coalesce('/' || reason, '') as told from rolls.registry_outcome
    where number >= ${from} order by number`.execute(database.tables())
  return rows.map(({ told }) => told)
}
