import { createOutbound, type OutboundAnswer } from '@intikhab/kernel/outbound'
import { accept, refuse, type Outcome } from '@intikhab/kernel/refusal'
import { cosignaturesOn, witnessKey, type Cosignature } from './cosignature.ts'
import { readCheckpoint } from './checkpoint.ts'
import type { Ledger } from './ledger.ts'
import { parseNote } from './note.ts'
import { isQuorum, type PolicyWitness, type WitnessPolicy } from './policy.ts'
import { ledgerRefusals as kinds } from './refusals.ts'

/** How one witness stands. */
export interface WitnessState {
  readonly name: string
  /** `name+hash+key`. */
  readonly key: string
  /** The largest published checkpoint that it cosigned; null before the first. */
  readonly size: number | null
  /** When, by its own clock, ISO 8601 in UTC. */
  readonly at: string | null
  /** Since when a published checkpoint has waited for it, ISO 8601 in UTC; null while none does. */
  readonly waitingSince: string | null
  /** It has not cosigned for longer than a quarter of an hour. */
  readonly isLate: boolean
  /** Set where it answered that it does not sign: the HTTP status. The ledger may have been rewritten. */
  readonly refusedWith: number | null
}

/** The witnesses of a log: they are sent what is published, and their cosignatures are kept beside it. */
export interface Witnesses {
  readonly policy: WitnessPolicy
  states(): WitnessState[]
  /** The largest published checkpoint that enough witnesses have cosigned; null before the first. */
  quorumSize(): number | null
  /** Takes the cosignatures on a note handed in by a witness. Refuses what is not over a checkpoint that we published. */
  take(note: string): Outcome<{ size: number; added: number }>
  start(): void
  stop(): Promise<void>
}

export interface WitnessesOptions {
  readonly ledger: Ledger
  readonly policy: WitnessPolicy
  readonly now: () => Date
  /** Told once of each witness that refuses to sign, in one sentence. */
  onRefused(sentence: string): void
  /** Between one look for something new and the next, milliseconds. */
  readonly every?: number
}

const lateAfter = 15 * 60_000
/** How many of the newest published checkpoints are looked through at the start for what each witness cosigned. */
const lookedThrough = 1000

interface Standing {
  cosignature: (Cosignature & { readonly size: number }) | undefined
  waitingSince: number | undefined
  refusedWith: number | undefined
  /** A witness that does not answer is asked again later and later. */
  failures: number
  askAgainAt: number
}

/** Puts the witnesses of a log together. Nothing is sent before `start`. */
export function createWitnesses(options: WitnessesOptions): Witnesses {
  const { ledger, policy, now, onRefused, every = 2000 } = options
  const { published } = ledger
  const call = createOutbound(policy.witnesses.flatMap(({ url }) => url ?? []))
  const keys = policy.witnesses.map(({ key }) => key)
  const standings = new Map<PolicyWitness, Standing>(
    policy.witnesses.map((witness) => [
      witness,
      { cosignature: undefined, waitingSince: undefined, refusedWith: undefined, failures: 0, askAgainAt: 0 },
    ]),
  )
  let quorum: number | null = null
  const ending = new AbortController()
  let running: Promise<void> | undefined

  /** Takes note of the cosignatures that a published checkpoint has by now. */
  function heed(size: number): void {
    const found = cosignaturesOn(published.find(size) ?? '', keys)
    for (const [witness, standing] of standings) {
      const own = found.find(({ key }) => key === witness.key)
      if (own === undefined || (standing.cosignature?.size ?? -1) >= size) continue
      standing.cosignature = { ...own, size }
      standing.waitingSince = undefined
      standing.refusedWith = undefined
    }
    const names = policy.witnesses.filter(({ key }) => found.some((each) => each.key === key)).map(({ name }) => name)
    if (names.length > 0 && isQuorum(policy.quorum, new Set(names))) quorum = Math.max(quorum ?? 0, size)
  }

  function look(): number | undefined {
    const newest = published.latestSize()
    for (const standing of standings.values())
      if (newest !== undefined && (standing.cosignature?.size ?? -1) < newest) standing.waitingSince ??= now().getTime()
    return newest
  }

  async function submit(url: string, old: number, size: number): Promise<OutboundAnswer> {
    const parts = parseNote(published.find(size) ?? '')
    const line = parts?.signatures[0]?.line
    const proof = old === 0 ? [] : await ledger.consistencyProof(old, size)
    const hashes = proof.map((hash) => `${Buffer.from(hash, 'hex').toString('base64')}\n`)
    const body = `old ${old}\n${hashes.join('')}\n${parts?.text}\n${line}\n`
    return call(`${url}/add-checkpoint`, { method: 'POST', headers: { 'content-type': 'text/plain' }, body })
  }

  /** Sends one checkpoint to one witness; false where it does not answer as it should. */
  async function send(witness: PolicyWitness, standing: Standing, url: string, size: number): Promise<boolean> {
    let answer = await submit(url, standing.cosignature?.size ?? 0, size)
    const told = answer.body.toString()
    const known = answer.status === 409 && /^\d{1,15}\n$/u.test(told) ? Number(told) : undefined
    if (known !== undefined && known < size) answer = await submit(url, known, size)
    if (answer.status !== 200) {
      if (standing.refusedWith === undefined && [400, 409, 422].includes(answer.status))
        onRefused(
          `The witness ${witness.name} does not sign the ledger at ${size} entries (${answer.status}): find out at once whether it was rewritten.`,
        )
      standing.refusedWith = answer.status
      return false
    }
    const text = parseNote(published.find(size) ?? '')?.text ?? ''
    const [own] = cosignaturesOn(`${text}\n${answer.body.toString()}`, [witness.key])
    if (own === undefined) return false
    published.addCosignature(size, own.line)
    heed(size)
    return true
  }

  async function turn(): Promise<void> {
    const newest = look()
    if (newest === undefined) return
    const at = performance.now()
    const due = [...standings].filter(
      ([{ url }, standing]) =>
        url !== undefined && (standing.cosignature?.size ?? -1) < newest && standing.askAgainAt <= at,
    )
    await Promise.all(
      due.map(async ([witness, standing]) => {
        const isDone = await send(witness, standing, witness.url ?? '', newest).catch(() => false)
        standing.failures = isDone ? 0 : standing.failures + 1
        standing.askAgainAt = isDone ? 0 : performance.now() + Math.min(600_000, 2500 * 2 ** standing.failures)
      }),
    )
  }

  async function run(): Promise<void> {
    // A call that a silent witness leaves open must not hold up the end.
    const ended = new Promise<void>((resolve) => ending.signal.addEventListener('abort', () => resolve()))
    while (!ending.signal.aborted) {
      await Promise.race([turn(), ended])
      const timer = Promise.withResolvers<void>()
      const waiting = setTimeout(timer.resolve, every)
      await Promise.race([timer.promise, ended])
      clearTimeout(waiting)
    }
  }

  for (const size of published.newest(lookedThrough)) heed(size)

  return {
    policy,
    states() {
      look()
      const time = now().getTime()
      return [...standings].map(([{ name, key }, { cosignature, waitingSince, refusedWith }]) => ({
        name,
        key: witnessKey(key),
        size: cosignature?.size ?? null,
        at: cosignature === undefined ? null : new Date(cosignature.at * 1000).toISOString(),
        waitingSince: waitingSince === undefined ? null : new Date(waitingSince).toISOString(),
        isLate: waitingSince !== undefined && time - waitingSince > lateAfter,
        refusedWith: refusedWith ?? null,
      }))
    },
    quorumSize: () => quorum,
    take(note) {
      const read = readCheckpoint(note)
      const size = read?.checkpoint.size ?? -1
      const ours = published.find(size)
      if (ours === undefined || parseNote(ours)?.text !== parseNote(note)?.text)
        return refuse(kinds['not-published'], { field: 'checkpoint' })
      const found = cosignaturesOn(note, keys)
      if (found.length === 0) return refuse(kinds['unknown-witness'], { field: 'signature' })
      const added = found.filter(({ line }) => published.addCosignature(size, line)).length
      heed(size)
      return accept({ size, added })
    },
    start: () => void (running ??= run()),
    async stop() {
      ending.abort()
      await running
    },
  }
}
