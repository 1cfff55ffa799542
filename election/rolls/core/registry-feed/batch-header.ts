import { z } from 'zod'

/** First line of a batch: what is signed. The records follow after the line with the signature. */
const batchHeaderSchema = z
  .strictObject({
    format: z.literal('intikhab-registry-batch/1'),
    /** The registry, by its agreed name. */
    registry: z.string().regex(/^[a-z0-9-]{1,40}$/),
    /** Numbers of the first and the last record; without a hole between them. */
    from: z.int().min(1),
    to: z.int().min(1),
    records: z.int().min(1),
    /** When the registry made it, ISO 8601 in UTC. */
    madeAt: z.iso.datetime(),
    /** SHA-256 in hex of everything after the second line. */
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
    /** The key that signed: the first 16 hex digits of SHA-256 over its SubjectPublicKeyInfo in DER. */
    key: z.string().regex(/^[0-9a-f]{16}$/),
  })
  .refine(({ from, to, records }) => to - from + 1 === records, 'from, to and records do not fit together')
export type BatchHeader = z.infer<typeof batchHeaderSchema>

/** Longest header, and longest record, in bytes. */
export const longestHeader = 4096
export const longestRecord = 65_536

/** The header of a line; undefined where it is none. */
export function parseBatchHeader(line: string): BatchHeader | undefined {
  try {
    const parsed = batchHeaderSchema.safeParse(JSON.parse(line))
    return parsed.success ? parsed.data : undefined
  } catch {
    return undefined
  }
}
