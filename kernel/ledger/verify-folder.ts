import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Refusal } from '@intikhab/kernel/refusal'
import { parseCheckpoint, readCheckpoint, type Checkpoint } from './checkpoint.ts'
import { growLog } from './growth.ts'
import { firstKey, parseKeys, trustFrom, type KeyHistory } from './key-history.ts'
import { openLogFolder, type LogFolder } from './log-folder.ts'
import { parseVerifierKey, type VerifierKey } from './note.ts'
import { ledgerRefusals as kinds } from './refusals.ts'
import { tilePath, tileWidth, tilesOf } from './tile.ts'

/** What an offline check of a whole ledger found. */
export interface LedgerCheck {
  /** The checkpoint, if its signature is good. */
  readonly checkpoint: Checkpoint | undefined
  /** Empty if every entry and tile gives the signed root. `field` names the file. */
  readonly findings: readonly Refusal[]
}

/** The keys to believe for somebody who knows `key`, by the list that lies in the copy; and what is wrong with that list. */
function believedKeys(folder: string, key: VerifierKey): { keys: KeyHistory; finding: Refusal | undefined } {
  const file = join(folder, 'keys')
  const alone = firstKey(key)
  if (!existsSync(file)) return { keys: alone, finding: undefined }
  const keys = parseKeys(readFileSync(file, 'utf8'))
  if (keys === undefined) return { keys: alone, finding: { kind: kinds['bad-keys'], field: 'keys' } }
  const { isKnown, unvouched } = trustFrom(keys, key.publicKey)
  if (!isKnown) return { keys: alone, finding: undefined }
  if (unvouched === undefined) return { keys, finding: undefined }
  return {
    keys,
    finding: { kind: kinds['key-ended'], field: 'keys', detail: { why: unvouched.why, at: unvouched.at } },
  }
}

/** A checkpoint of whatever origin it names, under the keys of that log. */
function believe(note: string | undefined, keys: KeyHistory): Checkpoint | undefined {
  const origin = note === undefined ? undefined : readCheckpoint(note)?.origin
  return note === undefined || origin === undefined ? undefined : parseCheckpoint(note, origin, keys)
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
 * held against the checkpoint's, and against those at which one key followed another. `verifierKey`: a key of the log
 * (`name+hash+key`), known from elsewhere; the file `keys` says which keys came before and after it.
 */
export async function verifyLedger(folder: string, verifierKey: string): Promise<LedgerCheck> {
  const files = openLogFolder(folder)
  const known = parseVerifierKey(verifierKey)
  const { keys, finding } = known === undefined ? {} : believedKeys(folder, known)
  const checkpoint = keys === undefined ? undefined : believe(files.checkpoint(), keys)
  if (keys === undefined || checkpoint === undefined)
    return {
      checkpoint: undefined,
      findings: [...(finding === undefined ? [] : [finding]), { kind: kinds['bad-checkpoint'], field: 'checkpoint' }],
    }
  const { size } = checkpoint
  const origin = readCheckpoint(checkpoint.note)?.origin ?? ''
  const seams = new Map(keys.ended.map(({ end }) => [end.last[origin]?.number, end.last[origin]?.sha256]))
  const broken: Refusal[] = finding === undefined ? [] : [finding]
  const growth = growLog()
  const missing = await readEntries(files, size, (entry) => {
    growth.add(entry)
    const signed = seams.get(growth.size)
    if (signed !== undefined && signed !== growth.root())
      broken.push({ kind: kinds['wrong-root'], field: 'keys', detail: { signed, found: growth.root() } })
  })
  if (missing !== undefined) return { checkpoint, findings: [...broken, missing] }

  const findings = broken
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
