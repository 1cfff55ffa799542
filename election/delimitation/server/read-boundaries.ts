import { readFeatures, type ImportReport, type ProblemReport, type TableSource } from '@intikhab/kernel/tables'
import { checkBoundaries, type BoundaryYardstick } from '../core/boundary-check.ts'
import type { Boundary } from '../core/boundary.ts'

/** Boundaries read and checked, or why the file was refused as a whole. */
export type BoundaryReading =
  | { readonly ok: true; readonly boundaries: readonly Boundary[]; readonly report: ImportReport }
  | { readonly ok: false; readonly refused: ProblemReport }

/** Reads and checks a GeoJSON file of seats; touches no database. */
export async function readBoundaries(source: TableSource, yardstick: BoundaryYardstick): Promise<BoundaryReading> {
  const reading = await readFeatures(source)
  if (!reading.ok) return reading
  const checked = checkBoundaries(source.name, reading.features, yardstick)
  if (!checked.ok) return checked
  const { boundaries, findings, totals } = checked
  const files = [{ ...reading.facts, rows: reading.features.length }]
  return { ok: true, boundaries, report: { files, totals, findings } }
}
