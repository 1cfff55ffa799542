import {
  editionPaths,
  readContest,
  type ContestResult,
  type EditionFiles,
  type FormOrigin,
  type ResultsSummary,
} from '@intikhab/results'
import type { FormReceipt } from '../stations/send-forms.ts'
import { compareSeat, type Difference } from './compare.ts'
import { readFindings, type PlatformFindings } from './platform-findings.ts'
import type { SourceSeat } from './source.ts'

/** A seat as published, beside the feed. */
export interface ComparedSeat {
  readonly seat: SourceSeat
  readonly published: ContestResult
  readonly differences: readonly Difference[]
}

/** A whole edition beside the feed. */
export interface ComparedEdition {
  readonly seats: readonly ComparedSeat[]
  readonly findings: PlatformFindings
  /** Forms acknowledged that the edition does not hold, as `NA-21/17 45`. */
  readonly missing: readonly string[]
  /** Forms that the edition holds and no station has a receipt for. */
  readonly unexpected: readonly string[]
}

/**
 * Compares an edition with the feed seat by seat, and with the receipts form by form.
 *
 * @throws Error where the edition lacks its summary or a seat.
 */
export async function compareEdition(
  edition: EditionFiles,
  seats: readonly SourceSeat[],
  receipts: readonly FormReceipt[],
  onSeat: (compared: ComparedSeat, done: number) => void,
): Promise<ComparedEdition> {
  const summary = await edition.json<ResultsSummary>(editionPaths.summary)
  if (summary === undefined) throw new Error('the edition has no summary')
  const acknowledged = new Map(receipts.map(({ stationId, form, bundleId }) => [`${stationId} ${form}`, bundleId]))
  const unexpected: string[] = []
  const compared: ComparedSeat[] = []
  for (const seat of seats) {
    const found = await readContest(edition, seat.code)
    if (found === undefined) throw new Error(`the edition lacks ${seat.code}`)
    for (const { station, forms } of found.stations)
      for (const [form, versions] of [
        ['45', forms?.count],
        ['46', forms?.account],
      ] as const) {
        const [first] = versions ?? []
        if (first === undefined) continue
        const name = `${station.stationId} ${form}`
        if (acknowledged.get(name) === bundleOf(first.origin)) acknowledged.delete(name)
        else unexpected.push(name)
      }
    const one = { seat, published: found.contest, differences: compareSeat(seat, found.contest) }
    compared.push(one)
    onSeat(one, compared.length)
  }
  return { seats: compared, findings: readFindings(summary), missing: [...acknowledged.keys()], unexpected }
}

function bundleOf(origin: FormOrigin): string | undefined {
  return origin.by === 'station' ? origin.bundleId : undefined
}
