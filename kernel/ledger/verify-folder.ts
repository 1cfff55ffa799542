import type { Refusal } from '@intikhab/kernel/refusal'
import { parseCheckpoint, type Checkpoint } from './checkpoint.ts'
import { growLog } from './growth.ts'
import { openLogFolder, type LogFolder } from './log-folder.ts'
import { parseVerifierKey, verifyNote } from './note.ts'
import { ledgerRefusals as kinds } from './refusals.ts'
import { tilePath, tileWidth, tilesOf } from './tile.ts'

/** What an offline check of a whole ledger found. */
export interface LedgerCheck {
  /** The checkpoint, if its signature is good. */
  readonly checkpoint: Checkpoint | undefined
  /** Empty if every entry and tile gives the signed root. `field` names the file. */
  readonly findings: readonly Refusal[]
}

/** A checkpoint of whatever origin it names, under a verifier key as text. */
function believe(note: string | undefined, key: string): Checkpoint | undefined {
  const verifier = parseVerifierKey(key)
  if (note === undefined || verifier === undefined) return undefined
  const origin = verifyNote(note, verifier)?.split('\n')[0]
  return origin === undefined ? undefined : parseCheckpoint(note, origin, verifier)
}

/** Every entry, in order; stops at the first bundle that is missing or damaged and names it. */
async function readEntries(files: LogFolder, size: number, add: (entry: Buffer) => void): Promise<Refusal | undefined> {
  for (let index = 0; index * tileWidth < size; index++) {
    const entries = await files.entries(size, index)
    const path = tilePath({ level: 'entries', index, width: Math.min(tileWidth, size - index * tileWidth) })
    if (entries === undefined) return { kind: kinds['missing-file'], field: path }
    for (const entry of entries) add(entry)
  }
  return undefined
}

/**
 * Checks a copy of a ledger offline, from its entries up: every entry is hashed anew, every tile compared, and the root
 * held against the checkpoint's. `verifierKey`: the log's key (`name+hash+key`), known from elsewhere.
 */
export async function verifyLedger(folder: string, verifierKey: string): Promise<LedgerCheck> {
  const files = openLogFolder(folder)
  const checkpoint = believe(files.checkpoint(), verifierKey)
  if (checkpoint === undefined)
    return { checkpoint, findings: [{ kind: kinds['bad-checkpoint'], field: 'checkpoint' }] }
  const { size } = checkpoint
  const growth = growLog()
  const broken = await readEntries(files, size, (entry) => growth.add(entry))
  if (broken !== undefined) return { checkpoint, findings: [broken] }

  const findings: Refusal[] = []
  const grown = new Map([...growth.takeFull(), ...growth.unfinished()].map(({ at, bytes }) => [tilePath(at), bytes]))
  for (const at of tilesOf(size)) {
    if (at.level === 'entries') continue
    const path = tilePath(at)
    const hashes = await files.hashes(size, at.level, at.index)
    if (hashes === undefined) findings.push({ kind: kinds['missing-file'], field: path })
    else if (grown.get(path)?.equals(Buffer.concat(hashes)) !== true)
      findings.push({ kind: kinds['wrong-hash'], field: path })
  }
  if (growth.root() !== checkpoint.root)
    findings.push({
      kind: kinds['wrong-root'],
      field: 'checkpoint',
      detail: { signed: checkpoint.root, found: growth.root() },
    })
  return { checkpoint, findings }
}
