import type { EditionReaderLike } from './public-page.ts'

/** Outlines of the seats of a delimitation, ready to draw. */
export interface SeatMap {
  readonly delimitationId: string
  /** Units of the drawing. */
  readonly width: number
  readonly height: number
  /** SVG path data by constituency code; a seat whose polygon cannot be right is left out. */
  readonly seats: readonly { readonly code: string; readonly path: string }[]
}

/** File of the map edition (series `map-<delimitationId>`) that holds a `SeatMap`. */
export const seatMapPath = 'seat-map.json'

/** The map of a delimitation as published; undefined where there is none. */
export async function readSeatMap(
  editions: EditionReaderLike,
  delimitationId: string | null,
): Promise<SeatMap | undefined> {
  if (delimitationId === null) return undefined
  const edition = await editions.latest(`map-${delimitationId}`)
  return edition?.json<SeatMap>(seatMapPath)
}
