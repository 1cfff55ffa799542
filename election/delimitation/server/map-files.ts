import type { ChangedFile } from '@intikhab/kernel/editions'
import type { Boundary } from '../core/boundary.ts'
import type { Delimitation } from '../core/delimitation.ts'
import { drawMap } from '../core/map.ts'
import { asGeometry } from '../core/topology.ts'

/**
 * The files of a map edition: `map.json` (`SeatMap`: every seat as an SVG path), `boundaries.geojson` (the polygons as
 * imported, for a GIS) and `constituencies.json` (every seat of every assembly, drawn or not).
 */
export function mapFiles(
  delimitation: Delimitation,
  boundaries: readonly (Boundary & { readonly attribution: string })[],
): ChangedFile[] {
  const seats = new Map(delimitation.constituencies.map((seat) => [seat.code, seat]))
  const attribution = boundaries[0]?.attribution ?? ''
  const map = drawMap(
    delimitation.id,
    boundaries.map(({ code, area, squareKilometres, doubts, label }) => ({
      code,
      name: seats.get(code)?.name ?? { en: label, ur: label },
      province: seats.get(code)?.province ?? '',
      area,
      squareKilometres,
      doubts: doubts.map((doubt) => doubt.code),
    })),
    attribution,
  )
  const geojson = {
    type: 'FeatureCollection',
    attribution,
    features: boundaries.map((one) => ({
      type: 'Feature',
      id: one.code,
      properties: {
        code: one.code,
        delimitation: delimitation.id,
        nameEn: seats.get(one.code)?.name.en ?? one.label,
        nameUr: seats.get(one.code)?.name.ur ?? one.label,
        squareKilometres: Number(one.squareKilometres.toFixed(4)),
        source: one.source,
        approximate: one.approximate,
        errorKilometres: one.errorKilometres,
        doubts: one.doubts,
      },
      geometry: asGeometry(one.area),
    })),
  }
  const { id, name, censusId, constituencies } = delimitation
  return [
    jsonFile('map.json', 'application/json', map),
    jsonFile('boundaries.geojson', 'application/geo+json', geojson),
    jsonFile('constituencies.json', 'application/json', { delimitation: { id, name, censusId }, constituencies }),
  ]
}

function jsonFile(path: string, mediaType: string, value: unknown): ChangedFile {
  return { path, mediaType, bytes: Buffer.from(JSON.stringify(value)) }
}
