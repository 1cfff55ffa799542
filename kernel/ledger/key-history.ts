import { createHash } from 'node:crypto'
import { z } from 'zod'
import { parseVerifierKey, signNote, verifierKey, verifyNote, type VerifierKey } from './note.ts'
import { publicKeyOf, type Signer } from './signer.ts'

/**
 * The keys that have signed for a log, or for a publisher, one after the other. Each key's time ends with a *statement*: a
 * signed note (https://c2sp.org/signed-note) of its successor that says why and after which number of each series. A key
 * that was only rotated signs it as well. So what an old key signed in its time stays proved, and nothing later does.
 */
export interface KeyHistory {
  /** Oldest first. */
  readonly ended: readonly EndedKey[]
  /** The key that signs now. */
  readonly current: VerifierKey
}

/** A key whose time is over. */
interface EndedKey {
  readonly key: VerifierKey
  readonly end: KeyEnd
}

/** The last thing of a series that a key signed: an edition by number and manifest, a checkpoint by size and root. */
export type Mark = {
  readonly number: number
  /** Hex. */
  readonly sha256: string
}

/** Why a key's time ended: as planned; it is gone; somebody else may have it. */
export type WhyEnded = 'rotated' | 'lost' | 'stolen'

/** What the statement at the end of a key's time says. */
export interface KeyEndFacts {
  readonly why: WhyEnded
  /** ISO 8601 in UTC. */
  readonly at: string
  /** From when on a stolen key may have been in other hands; null otherwise. */
  readonly since: string | null
  /** By series; a log is the one series that has its own name. What is not named here was never signed by this key. */
  readonly last: Readonly<Record<string, Mark>>
  /** The newest checkpoint that witnesses had cosigned, where there was one: from before the loss or the theft. */
  readonly anchor: string | null
}

/** The facts with the note that vouches for them. */
export interface KeyEnd extends KeyEndFacts {
  readonly statement: string
}

/** The history of a key that has no predecessor. */
export function firstKey({ name, publicKey }: VerifierKey): KeyHistory {
  return { ended: [], current: { name, publicKey } }
}

/** Every key, oldest first. */
export function keysOf({ ended, current }: KeyHistory): VerifierKey[] {
  return [...ended.map(({ key }) => key), current]
}

/** What a commission prints in the Gazette: SHA-256 of the key as SubjectPublicKeyInfo, as `openssl` writes it. */
export function fingerprintOf({ publicKey }: VerifierKey): string {
  return sha256(publicKeyOf(publicKey).export({ type: 'spki', format: 'der' }))
}

function sha256(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('hex')
}

function statementText(ended: VerifierKey, begun: VerifierKey, { why, at, since, last, anchor }: KeyEndFacts): string {
  const lines = [
    'intikhab-keys/1',
    `ended ${verifierKey(ended)}`,
    `why ${why}`,
    `at ${at}`,
    ...(since === null ? [] : [`since ${since}`]),
    `begun ${verifierKey(begun)}`,
    ...Object.entries(last).map(([series, mark]) => `last ${series} ${mark.number} ${mark.sha256}`),
    ...(anchor === null ? [] : [`anchor ${sha256(anchor)}`]),
  ]
  return lines.map((line) => `${line}\n`).join('')
}

/** Ends the current key and begins that of `successor`. `predecessor` signs too, and must where it is only rotated. */
export async function succeedKey(
  { ended, current }: KeyHistory,
  facts: KeyEndFacts,
  successor: Signer,
  predecessor?: Signer,
): Promise<KeyHistory> {
  const begun = { name: successor.name, publicKey: successor.publicKey }
  const signers = predecessor === undefined ? [successor] : [predecessor, successor]
  const statement = await signNote(statementText(current, begun, facts), ...signers)
  return { ended: [...ended, { key: current, end: { ...facts, statement } }], current: begun }
}

/** True if the key at place `index` may have signed `mark` of `series`: in its time, and nothing else than is known. */
export function isInTime({ ended }: KeyHistory, index: number, series: string, mark: Mark): boolean {
  const first = ended[index - 1]?.end.last[series]
  const end = ended[index]?.end
  if (first !== undefined && (mark.number < first.number || isOther(mark, first))) return false
  if (end === undefined) return true
  const last = end.last[series]
  return last !== undefined && mark.number <= last.number && !isOther(mark, last)
}

function isOther(mark: Mark, known: Mark): boolean {
  return mark.number === known.number && mark.sha256 !== known.sha256
}

/**
 * What somebody who knows only the key `known` has reason to believe: all keys before it, for which it vouches, and those
 * after it as long as each was named by the one before. `unvouched`: the first end that the ended key did not sign.
 */
export function trustFrom(
  history: KeyHistory,
  known: Buffer,
): { readonly isKnown: boolean; readonly unvouched: KeyEnd | undefined } {
  const from = keysOf(history).findIndex(({ publicKey }) => publicKey.equals(known))
  const unvouched = history.ended.find(({ end }, index) => index >= from && end.why !== 'rotated')
  return { isKnown: from >= 0, unvouched: unvouched?.end }
}

/** The history as it is published: JSON, one line a key, so that `grep` finds a fingerprint's line. */
export function encodeKeys({ ended, current }: KeyHistory): string {
  const lines = [...ended, { key: current, end: null }].map(({ key, end }) =>
    JSON.stringify({ fingerprint: fingerprintOf(key), key: verifierKey(key), end }),
  )
  return `{"format":"intikhab-keys/1","keys":[\n${lines.join(',\n')}\n]}\n`
}

const hex = z.string().regex(/^[0-9a-f]{64}$/)
const endSchema = z.object({
  why: z.enum(['rotated', 'lost', 'stolen']),
  at: z.iso.datetime(),
  since: z.iso.datetime().nullable(),
  last: z.record(z.string().regex(/^\S+$/), z.object({ number: z.int().min(0), sha256: hex })),
  anchor: z.string().nullable(),
  statement: z.string(),
})
const schema = z.object({
  format: z.literal('intikhab-keys/1'),
  keys: z.array(z.object({ fingerprint: hex, key: z.string(), end: endSchema.nullable() })).min(1),
})

function isStated(key: VerifierKey, end: KeyEnd, next: VerifierKey): boolean {
  const text = statementText(key, next, end)
  return verifyNote(end.statement, next) === text && (end.why !== 'rotated' || verifyNote(end.statement, key) === text)
}

/** Reads a published history; undefined if it is malformed, or says anything that its statements do not. */
export function parseKeys(text: string): KeyHistory | undefined {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return undefined
  }
  const parsed = schema.safeParse(value)
  if (!parsed.success) return undefined
  const keys = parsed.data.keys.map(({ key }) => parseVerifierKey(key))
  const ends = parsed.data.keys.map(({ end }) => end)
  const current = keys.at(-1)
  if (current === undefined || ends.at(-1) !== null) return undefined
  const ended: EndedKey[] = []
  for (const [index, key] of keys.slice(0, -1).entries()) {
    const [end, next] = [ends[index], keys[index + 1]]
    if (key === undefined || end === undefined || end === null || next === undefined || !isStated(key, end, next))
      return undefined
    ended.push({ key, end })
  }
  // What is written beside the statements (the fingerprints, the order of fields) must be what we would write.
  return encodeKeys({ ended, current }) === text ? { ended, current } : undefined
}
