import { hash } from 'node:crypto'
import canonicalize from 'canonicalize'
import { z } from 'zod'
import type { JsonValue } from '@intikhab/kernel/ledger'

/** One file of an edition. */
export interface EditionFile {
  /** Below the edition's folder: letters, digits, `.`, `_`, `-`, with `/` between folders. */
  readonly path: string
  /** 64 hex characters. */
  readonly sha256: string
  /** Bytes. */
  readonly size: number
  readonly mediaType: string
}

/** What an edition consists of; `manifest.json` is this in canonical JSON (RFC 8785). */
export interface Manifest {
  readonly format: 'intikhab-edition/1'
  readonly series: string
  /** 1 first. */
  readonly number: number
  /** ISO 8601 in UTC. */
  readonly madeAt: string
  /** What it is about: election, roll, delimitation. */
  readonly subject: Readonly<Record<string, JsonValue>>
  /** The ledger of which everything in here is part: tree size and root in hex. */
  readonly ledger: { readonly size: number; readonly root: string } | null
  /** SHA-256 of the previous edition's `manifest.json`; null in the first. */
  readonly previous: string | null
  /** Sorted by path. */
  readonly files: readonly EditionFile[]
}

/** The files of an edition that its manifest does not list: the manifest, and what is made from it. */
export const manifestFiles = {
  'manifest.json': 'application/json',
  'manifest.sig': 'application/octet-stream',
  SHA256SUMS: 'text/plain; charset=utf-8',
  'publisher.pem': 'application/x-pem-file',
  'publisher-keys.json': 'application/json',
} as const

/** Name of one of the files that every edition has. */
export type ManifestFileName = keyof typeof manifestFiles

/** True for a path that is one of the files beside the listed ones. */
export function isManifestFile(path: string): path is ManifestFileName {
  return Object.hasOwn(manifestFiles, path)
}

/** True for the name of a series: small letters, digits and hyphens. */
export function isSeries(text: string): boolean {
  return /^[a-z0-9][a-z0-9-]{0,99}$/.test(text)
}

/** True for a path that stays inside the edition on every file system and needs no quoting anywhere. */
export function isEditionPath(path: string): boolean {
  return (
    path.length <= 200 &&
    /^[A-Za-z0-9][\w.-]*(\/[A-Za-z0-9][\w.-]*)*$/.test(path) &&
    !isManifestFile(path) &&
    path !== 'latest'
  )
}

const sha256Hex = z.string().regex(/^[0-9a-f]{64}$/)
const manifestSchema = z.object({
  format: z.literal('intikhab-edition/1'),
  series: z.string().refine(isSeries),
  number: z.int().min(1),
  madeAt: z.iso.datetime(),
  subject: z.record(z.string(), z.custom<JsonValue>()),
  ledger: z.object({ size: z.int().min(0), root: sha256Hex }).nullable(),
  previous: sha256Hex.nullable(),
  files: z.array(
    z.object({
      path: z.string().refine(isEditionPath),
      sha256: sha256Hex,
      size: z.int().min(0),
      mediaType: z.string().min(1),
    }),
  ),
})

/** SHA-256 as 64 hex characters. */
export function sha256Of(bytes: Uint8Array | string): string {
  return hash('sha256', bytes, 'hex')
}

/** The bytes of `manifest.json`. */
export function encodeManifest(manifest: Manifest): Buffer {
  return Buffer.from(canonicalize(manifest) ?? '')
}

/** Reads `manifest.json`; undefined if it is no manifest, names a file twice, or is not in canonical form. */
export function parseManifest(bytes: Buffer): Manifest | undefined {
  let value: unknown
  try {
    value = JSON.parse(bytes.toString())
  } catch {
    return undefined
  }
  const parsed = manifestSchema.safeParse(value)
  if (!parsed.success || !encodeManifest(value as Manifest).equals(bytes)) return undefined
  return new Set(parsed.data.files.map((file) => file.path)).size === parsed.data.files.length ? parsed.data : undefined
}

/** The text of `SHA256SUMS`, which `sha256sum --check` reads: every listed file, in the manifest's order. */
export function sumsOf(manifest: Manifest): string {
  return manifest.files.map((file) => `${file.sha256}  ${file.path}\n`).join('')
}
