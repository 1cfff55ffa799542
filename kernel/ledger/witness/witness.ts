import { readCheckpoint, type Checkpoint } from '../checkpoint.ts'
import { cosign } from '../cosignature.ts'
import { keyHash, parseNote, verifyNote, type VerifierKey } from '../note.ts'
import type { FileSigner } from '../signer.ts'
import { emptyRoot } from '../tree-hash.ts'
import { verifyConsistency } from '../verify-proof.ts'
import type { WitnessMemory } from './memory.ts'

/** A witness of logs: cosigns a checkpoint only if it continues the last one that it cosigned. */
export interface Witness {
  readonly signer: FileSigner
  readonly memory: WitnessMemory
  /** Answers the body of `POST /add-checkpoint` (https://c2sp.org/tlog-witness). What it accepted is on the disk. */
  addCheckpoint(body: string): WitnessAnswer
}

/** Status and body as the protocol has them; `type` where it is not plain text. */
interface WitnessAnswer {
  readonly status: 200 | 400 | 403 | 404 | 409 | 422
  readonly body: string
  readonly type?: 'text/x.tlog.size'
}

/** A checkpoint that its log has signed, and that contradicts, or was not shown to continue, what was cosigned. */
export interface Alarm {
  /** `fork`: two roots for one size, which proves it. `not-continued`: the proof that came along does not hold. */
  readonly kind: 'fork' | 'not-continued'
  readonly origin: string
  readonly seen: Checkpoint
  readonly given: Checkpoint
  /** File with both notes. */
  readonly evidence: string
}

export interface WitnessOptions {
  /** Keys of the logs that are watched; a log that changed its key has several under one name. */
  readonly logs: readonly VerifierKey[]
  readonly signer: FileSigner
  readonly memory: WitnessMemory
  readonly now: () => Date
  onAlarm(alarm: Alarm): void
}

interface Submission {
  readonly old: number
  /** Hex. */
  readonly proof: readonly string[]
  readonly origin: string
  readonly given: Checkpoint
}

/** Hex of a hash in base64; undefined if it is none. */
function hashIn(line: string): string | undefined {
  const bytes = Buffer.from(line, 'base64')
  return bytes.length === 32 && bytes.toString('base64') === line ? bytes.toString('hex') : undefined
}

function parseSubmission(body: string): Submission | undefined {
  const end = body.indexOf('\n\n')
  const [first = '', ...lines] = body.slice(0, end).split('\n')
  const old = /^old (0|[1-9]\d{0,14})$/u.exec(first)?.[1]
  const proof = lines.map(hashIn)
  const read = readCheckpoint(body.slice(end + 2))
  if (end < 0 || old === undefined || proof.length > 63 || read === undefined) return undefined
  if (!proof.every((hash) => hash !== undefined)) return undefined
  return { old: Number(old), proof, origin: read.origin, given: read.checkpoint }
}

/** The note with the log's own signatures alone: what else somebody put below it is nothing to keep. */
function bare(note: string, keys: readonly VerifierKey[]): { text: string; note: string } {
  const { text, signatures } = parseNote(note) ?? { text: '', signatures: [] }
  const own = signatures.filter((each) =>
    keys.some((key) => key.name === each.name && keyHash(key).equals(each.keyHash)),
  )
  return { text, note: `${text}\n${own.map(({ line }) => `${line}\n`).join('')}` }
}

const conflict = (size: number): WitnessAnswer => ({ status: 409, body: `${size}\n`, type: 'text/x.tlog.size' })

/**
 * Makes a witness. Everything between looking at the memory and having added to it happens in one go, without giving
 * way to another request: two that come at once cannot both be held against the same state.
 */
export function createWitness({ logs, signer, memory, now, onAlarm }: WitnessOptions): Witness {
  function alarm(kind: Alarm['kind'], origin: string, seen: Checkpoint, given: Checkpoint): void {
    const why =
      kind === 'fork'
        ? `${origin} has signed two different trees of ${seen.size} entries: its ledger was rewritten.`
        : `${origin} was not shown to continue, at ${given.size} entries, the tree of ${seen.size} that was cosigned.`
    onAlarm({ kind, origin, seen, given, evidence: memory.keepEvidence([seen.note, given.note], why) })
  }

  return {
    signer,
    memory,
    addCheckpoint(body) {
      const submission = parseSubmission(body)
      if (submission === undefined) return { status: 400, body: 'This is no submission of a checkpoint.\n' }
      const { old, proof, origin, given } = submission
      const keys = logs.filter(({ name }) => name === origin)
      if (keys.length === 0) return { status: 404, body: 'This log is not watched here.\n' }
      if (!keys.some((key) => verifyNote(given.note, key) !== undefined))
        return { status: 403, body: 'No signature of a known key of this log.\n' }
      if (old > given.size) return { status: 400, body: 'The old size is larger than the new one.\n' }
      const seen = memory.latest(origin) ?? { size: 0, root: emptyRoot.toString('hex'), note: '' }
      const isFork = seen.note !== '' && seen.size === given.size && seen.root !== given.root
      if (isFork) alarm('fork', origin, seen, given)
      if (isFork || old !== seen.size) return conflict(seen.size)
      const claim = { first: seen.size, firstRoot: seen.root, second: given.size, secondRoot: given.root, proof }
      if (!verifyConsistency(claim)) {
        if (seen.note !== '') alarm('not-continued', origin, seen, given)
        return { status: 422, body: 'The checkpoint is not shown to continue the last one.\n' }
      }
      const { text, note } = bare(given.note, keys)
      const line = cosign(text, signer, Math.floor(now().getTime() / 1000))
      if (seen.note === '' || given.size > seen.size) memory.remember(`${note}${line}\n`)
      return { status: 200, body: `${line}\n` }
    },
  }
}
