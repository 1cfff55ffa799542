import type { Text } from '@intikhab/kernel/language'
import type { EditionReaderLike } from './public-page.ts'

type ViewBox = readonly [x: number, y: number, width: number, height: number]

/** `map.json` of a map edition, as far as it is drawn here; its owner is delimitation. */
export interface SeatMap {
  readonly delimitationId: string
  readonly viewBox: ViewBox
  /** Of the makers of the boundaries; shown wherever the map is shown. */
  readonly attribution: string
  readonly seats: readonly {
    readonly code: string
    /** SVG path data. */
    readonly d: string
    /** Where a label may stand. */
    readonly centre: readonly [x: number, y: number]
    /** Why the outline is not to be trusted; empty for a sound one. */
    readonly doubts: readonly string[]
  }[]
  /** Cities whose seats are too small to be seen, to be shown larger. */
  readonly insets: readonly {
    readonly id: string
    readonly name: Text
    readonly viewBox: ViewBox
    readonly seats: readonly string[]
  }[]
}

/** The map of a delimitation as published; undefined where there is none. */
export async function readSeatMap(
  editions: EditionReaderLike,
  delimitationId: string | null,
): Promise<SeatMap | undefined> {
  if (delimitationId === null) return undefined
  const edition = await editions.latest(`map-${delimitationId}`)
  return edition?.json<SeatMap>('map.json')
}
