import { isUtf8 } from 'node:buffer'
import { PlainBytes, type FileFacts } from './bytes.ts'
import { ProblemList, type ProblemReport } from './problems.ts'
import type { TableSource } from './source.ts'
import { tableProblems } from './table-problems.ts'

/** One feature as it stands in the file: nothing of its geometry has been judged yet. */
export interface RawFeature {
  /** Place in the file, counted from 1: a GeoJSON file is often one single line. */
  readonly place: number
  readonly properties: Readonly<Record<string, unknown>>
  readonly geometry: unknown
}

export type FeatureReading =
  | { readonly ok: true; readonly features: readonly RawFeature[]; readonly facts: FileFacts }
  | { readonly ok: false; readonly refused: ProblemReport }

/** Reads a GeoJSON FeatureCollection (RFC 7946), plain or gzip, of at most `limit` bytes unpacked. */
export async function readFeatures(source: TableSource, limit = 64 * 1024 ** 2): Promise<FeatureReading> {
  const problems = new ProblemList()
  const bytes = new PlainBytes(source, problems)
  const whole = await gather(source.name, bytes, limit, problems)
  const file = source.name
  if (whole === undefined) return { ok: false, refused: problems.report() }
  if (whole.length === 0) problems.add(tableProblems['empty-file'], { file })
  else if (!isUtf8(whole)) problems.add(tableProblems['wrong-encoding'], { file, line: lineOfBadEncoding(whole) })
  else {
    const parsed = parseJson(whole.toString('utf8').replace(/^\ufeff/, ''))
    if ('reason' in parsed)
      problems.add(tableProblems['not-json'], { file, line: parsed.line, values: { reason: parsed.reason } })
    else {
      const features = featuresOf(parsed.value)
      if (features !== undefined) return { ok: true, features, facts: bytes.facts() }
      problems.add(tableProblems['not-geojson'], { file, line: 1 })
    }
  }
  return { ok: false, refused: problems.report() }
}

async function gather(
  file: string,
  bytes: PlainBytes,
  limit: number,
  problems: ProblemList,
): Promise<Buffer | undefined> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of bytes.chunks()) {
    size += chunk.length
    if (size > limit) {
      problems.add(tableProblems['file-too-large'], { file, values: { limit } })
      return undefined
    }
    chunks.push(chunk)
  }
  return problems.count > 0 ? undefined : Buffer.concat(chunks)
}

function lineOfBadEncoding(whole: Buffer): number {
  let line = 1
  for (let from = 0; ; line++) {
    const feed = whole.indexOf(0x0a, from)
    if (feed === -1 || !isUtf8(whole.subarray(from, feed))) return line
    from = feed + 1
  }
}

function parseJson(text: string): { value: unknown } | { reason: string; line: number } {
  try {
    return { value: JSON.parse(text) as unknown }
  } catch (error) {
    const reason = error instanceof Error ? error.message : 'unreadable'
    const position = Number(/at position (\d+)/.exec(reason)?.[1] ?? text.length)
    return { reason, line: text.slice(0, position).split('\n').length }
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function featuresOf(value: unknown): RawFeature[] | undefined {
  if (!isRecord(value) || value['type'] !== 'FeatureCollection' || !Array.isArray(value['features'])) return undefined
  const features: RawFeature[] = []
  for (const [index, feature] of (value['features'] as unknown[]).entries()) {
    if (!isRecord(feature) || feature['type'] !== 'Feature') return undefined
    const properties = isRecord(feature['properties']) ? feature['properties'] : {}
    features.push({ place: index + 1, properties, geometry: feature['geometry'] ?? null })
  }
  return features
}
