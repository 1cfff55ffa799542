import { createHash } from 'node:crypto'
import { refuse, type Outcome, type Refusal } from '@intikhab/kernel/refusal'
import {
  longestHeader,
  longestRecord,
  parseBatchHeader,
  type BatchHeader,
} from '../../core/registry-feed/batch-header.ts'
import { rollsRefusals } from '../../core/refusals.ts'
import { isSignedBy, type RegistryKeys } from './registry-keys.ts'

/** A batch that is none, is not the registry's, or was altered: thrown out of the stream, so that nothing of it is kept. */
export class BatchRefused extends Error {
  readonly refusal: Refusal
  /** What the batch says it is, as far as that was read. */
  readonly header: BatchHeader | undefined

  constructor(outcome: Outcome<never>, header?: BatchHeader) {
    super('refused')
    if (outcome.ok) throw new Error('no refusal')
    this.refusal = outcome.refusal
    this.header = header
  }
}

/** Whose batches are taken. */
export interface ExpectedRegistry {
  readonly registry: string
  readonly keys: RegistryKeys
}

/** A batch on its way in. */
export interface ArrivingBatch {
  /** The bytes as they come, each handed on only after header and signature were found good. Throws `BatchRefused`. */
  readonly bytes: AsyncGenerator<Uint8Array>
  /** Once the first byte has been handed on. */
  header(): BatchHeader
}

const lineFeed = 0x0a

/** Watches a batch arrive: its signature before anything of it is kept; at the end its records, number by number. */
export function arrivingBatch(arriving: AsyncIterable<Uint8Array>, expected: ExpectedRegistry): ArrivingBatch {
  let header: BatchHeader | undefined
  async function* checked(): AsyncGenerator<Uint8Array> {
    let head = Buffer.alloc(0)
    let records: RecordsCheck | undefined
    for await (const chunk of arriving) {
      if (records !== undefined) {
        records.add(Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength))
        yield chunk
        continue
      }
      head = Buffer.concat([head, chunk])
      const end = head.indexOf(lineFeed, head.indexOf(lineFeed) + 1)
      if (end === -1) {
        if (head.length > longestHeader) throw malformed()
        continue
      }
      header = signedHeader(head.subarray(0, end), expected)
      records = new RecordsCheck(header)
      records.add(head.subarray(end + 1))
      yield head
    }
    if (records === undefined) throw malformed()
    records.end()
  }
  return {
    bytes: checked(),
    header() {
      if (header === undefined) throw new Error('the header has not arrived')
      return header
    },
  }
}

function malformed(): BatchRefused {
  return new BatchRefused(refuse(rollsRefusals['registry-batch-malformed']))
}

/** The header of the first line, which the second signs. */
function signedHeader(lines: Buffer, { registry, keys }: ExpectedRegistry): BatchHeader {
  const end = lines.indexOf(lineFeed)
  const bytes = lines.subarray(0, end)
  const header = end > longestHeader ? undefined : parseBatchHeader(bytes.toString('utf8'))
  if (header === undefined) throw malformed()
  const key = keys.get(header.key)
  if (header.registry !== registry || key === undefined)
    throw new BatchRefused(refuse(rollsRefusals['registry-key-unknown'], { detail: { key: header.key } }), header)
  if (
    !isSignedBy(
      key,
      bytes,
      lines
        .subarray(end + 1)
        .toString('latin1')
        .trim(),
    )
  )
    throw new BatchRefused(refuse(rollsRefusals['registry-signature-wrong']), header)
  return header
}

/** The bytes of the records: as many as the header says, each at its number, with the fingerprint that was signed. */
class RecordsCheck {
  readonly #header: BatchHeader
  readonly #hash = createHash('sha256')
  #number: number
  #rest: Buffer = Buffer.alloc(0)

  constructor(header: BatchHeader) {
    this.#header = header
    this.#number = header.from
  }

  add(chunk: Buffer): void {
    this.#hash.update(chunk)
    const bytes = this.#rest.length === 0 ? chunk : Buffer.concat([this.#rest, chunk])
    let from = 0
    for (let end = bytes.indexOf(lineFeed); end !== -1; end = bytes.indexOf(lineFeed, from)) {
      this.#line(bytes, from, end)
      from = end + 1
    }
    this.#rest = bytes.subarray(from)
    if (this.#rest.length > longestRecord) throw this.#incomplete()
  }

  /** A line that names a number names its own; what is no record at all is the business of whoever reads it. */
  #line(bytes: Buffer, from: number, end: number): void {
    if (end - from > longestRecord) throw this.#incomplete()
    const named = /^\{"n":(\d{1,16})[,}]/.exec(bytes.toString('latin1', from, Math.min(end, from + 24)))
    if (named !== null && Number(named[1]) !== this.#number)
      throw new BatchRefused(
        refuse(rollsRefusals['registry-numbers'], { detail: { expected: this.#number, found: Number(named[1]) } }),
        this.#header,
      )
    this.#number++
  }

  end(): void {
    if (this.#rest.length > 0 || this.#number !== this.#header.to + 1) throw this.#incomplete()
    if (this.#hash.digest('hex') !== this.#header.sha256)
      throw new BatchRefused(refuse(rollsRefusals['registry-records-altered']), this.#header)
  }

  #incomplete(): BatchRefused {
    const detail = { expected: this.#header.records, found: this.#number - this.#header.from }
    return new BatchRefused(refuse(rollsRefusals['registry-batch-incomplete'], { detail }), this.#header)
  }
}
