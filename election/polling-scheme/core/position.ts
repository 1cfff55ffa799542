import type { Box } from '@intikhab/delimitation'
import type { Coordinates } from './station.ts'

/** What a pair of printed coordinates turned out to be. Only `good` becomes a position. */
export type PositionReading =
  | { readonly state: 'good'; readonly position: Coordinates }
  | { readonly state: 'none' | 'half' | 'unreadable' | 'zero' | 'swapped' | 'outside-country' }

const decimal = /^-?\d{1,3}(\.\d+)?$/

/**
 * Reads latitude and longitude as printed. Nothing is repaired: `25,5049` may well mean 25.5049, and a swapped pair may
 * well be that, but a station moved by our guess would look as certain as one that was surveyed.
 */
export function readPosition(latitude: string, longitude: string, country: Box): PositionReading {
  if (latitude === '' && longitude === '') return { state: 'none' }
  if (latitude === '' || longitude === '') return { state: 'half' }
  if (!decimal.test(latitude) || !decimal.test(longitude)) return { state: 'unreadable' }
  const position = { latitude: Number(latitude), longitude: Number(longitude) }
  if (position.latitude === 0 || position.longitude === 0) return { state: 'zero' }
  const [west, south, east, north] = country
  const lies = (x: number, y: number) => x >= west && x <= east && y >= south && y <= north
  if (lies(position.longitude, position.latitude)) return { state: 'good', position }
  return { state: lies(position.latitude, position.longitude) ? 'swapped' : 'outside-country' }
}
