import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { parseAct, verifyLedger, type LedgerAct, type LedgerCheck } from '@intikhab/kernel/ledger'

/** Entries of one bundle at most (C2SP tlog-tiles). */
const bundleSize = 256

/** A ledger as a stranger has it: downloaded, checked from its entries up, its acts read. */
export interface LedgerCopy {
  readonly check: LedgerCheck
  readonly acts: readonly LedgerAct[]
}

/** Downloads the whole ledger over HTTP into `folder` and checks it offline. */
export async function copyLedger(url: string, folder: string): Promise<LedgerCopy> {
  const fetchBytes = async (path: string): Promise<Buffer> => {
    const response = await fetch(new URL(`/ledger/${path}`, url))
    if (!response.ok) throw new Error(`${response.url} answers ${response.status}`)
    return Buffer.from(await response.arrayBuffer())
  }
  const keep = (path: string, bytes: Buffer): void => {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), bytes)
  }
  const key = (await fetchBytes('key')).toString().trim()
  const note = await fetchBytes('checkpoint')
  keep('checkpoint', note)
  const size = Number(note.toString().split('\n')[1])
  const acts: LedgerAct[] = []
  for (const path of tilePaths(size)) {
    const bytes = await fetchBytes(path)
    keep(path, bytes)
    if (path.startsWith('tile/entries/')) for (const entry of entriesOf(bytes)) acts.push(parseAct(entry))
  }
  return { check: await verifyLedger(folder, key), acts }
}

/** Paths of every tile and entry bundle of a log of `size` leaves. */
function* tilePaths(size: number): Generator<string> {
  const row = function* (level: string, nodes: number): Generator<string> {
    for (let index = 0; index * bundleSize < nodes; index++) {
      const width = Math.min(bundleSize, nodes - index * bundleSize)
      yield `tile/${level}/${indexPath(index)}${width === bundleSize ? '' : `.p/${width}`}`
    }
  }
  yield* row('entries', size)
  for (let level = 0, nodes = size; nodes > 0; level++, nodes = Math.floor(nodes / bundleSize))
    yield* row(String(level), nodes)
}

/** `1234067` becomes `x001/x234/067`. */
function indexPath(index: number): string {
  const groups = [String(index % 1000).padStart(3, '0')]
  for (let rest = Math.floor(index / 1000); rest > 0; rest = Math.floor(rest / 1000))
    groups.unshift(`x${String(rest % 1000).padStart(3, '0')}`)
  return groups.join('/')
}

/** The entries of a bundle: each two bytes of length and then so many bytes. */
function* entriesOf(bundle: Buffer): Generator<Buffer> {
  for (let at = 0; at < bundle.length;) {
    const length = bundle.readUInt16BE(at)
    yield bundle.subarray(at + 2, at + 2 + length)
    at += 2 + length
  }
}
