import { expect, test } from 'vitest'
import { readFeatures, streamSource, textSource, type TableSource } from './index.ts'

const seat = { type: 'Feature', properties: { na: 'NA-1' }, geometry: { type: 'Point', coordinates: [72, 35] } }
const collection = JSON.stringify({ type: 'FeatureCollection', features: [seat] }, null, 1)

async function problemOf(source: TableSource, limit?: number): Promise<string> {
  const reading = await readFeatures(source, limit)
  return reading.ok
    ? 'none'
    : reading.refused.problems.map(({ line, code }) => `${line} ${code.replace('tables.', '')}`).join()
}

async function* bytes(...parts: Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* parts
}

test('features keep their place and whatever properties they carry', async () => {
  const reading = await readFeatures(textSource('seats.geojson', `\ufeff${collection}`))
  expect(reading.ok && reading.features).toEqual([{ place: 1, properties: { na: 'NA-1' }, geometry: seat.geometry }])
})

test('a file that is no collection of features is refused with its line', async () => {
  const cases: [TableSource, string][] = [
    [textSource('a', ''), '0 empty-file'],
    [textSource('a', collection.slice(0, 60)), '5 not-json'],
    [textSource('a', '{"type":"Feature"}'), '1 not-geojson'],
    [textSource('a', '{"type":"FeatureCollection","features":[7]}'), '1 not-geojson'],
    [streamSource('a', bytes(Buffer.from('{\n"a": "'), Buffer.from([0xff]))), '2 wrong-encoding'],
  ]
  for (const [source, expected] of cases) expect(await problemOf(source)).toBe(expected)
})

test('a file over the limit is given up', async () => {
  expect(await problemOf(textSource('a', collection), 40)).toBe('0 file-too-large')
})
