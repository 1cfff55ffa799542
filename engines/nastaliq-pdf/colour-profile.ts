/** A number as ICC.1 writes it: signed, 16 bits before and 16 after the point. */
const fixed = (value: number): Buffer => {
  const bytes = Buffer.alloc(4)
  bytes.writeInt32BE(Math.round(value * 65_536))
  return bytes
}
const typed = (type: string, ...parts: readonly Buffer[]): Buffer =>
  Buffer.concat([Buffer.from(`${type}\0\0\0\0`, 'latin1'), ...parts])
const xyz = (...values: readonly number[]): Buffer => typed('XYZ ', ...values.map(fixed))

/** Text in one language: `mluc` with a single record. */
function text(value: string): Buffer {
  const letters = Buffer.from(value, 'utf16le').swap16()
  const head = Buffer.alloc(20)
  head.writeUInt32BE(1, 0)
  head.writeUInt32BE(12, 4)
  head.write('enUS', 8, 'latin1')
  head.writeUInt32BE(letters.length, 12)
  head.writeUInt32BE(28, 16)
  return typed('mluc', head, letters)
}

/** IEC 61966-2-1's curve: parametric type 3 of ICC.1:2010, 10.18. */
const curve = typed(
  'para',
  Buffer.from([0, 3, 0, 0]),
  ...[2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.040_45].map(fixed),
)

/** The tags of sRGB: its primaries and white adapted to D50, as the ICC publishes them. */
const tags: readonly (readonly [string, Buffer])[] = [
  ['desc', text('sRGB')],
  ['cprt', text('Public domain')],
  ['wtpt', xyz(0.9642, 1, 0.8249)],
  [
    'chad',
    typed(
      'sf32',
      ...[1.047_88, 0.022_92, -0.050_2, 0.029_59, 0.990_48, -0.017_07, -0.009_25, 0.015_08, 0.751_68].map(fixed),
    ),
  ],
  ['rXYZ', xyz(0.436_07, 0.222_49, 0.013_92)],
  ['gXYZ', xyz(0.385_15, 0.716_87, 0.097_08)],
  ['bXYZ', xyz(0.143_07, 0.060_61, 0.714_1)],
  ['rTRC', curve],
  ['gTRC', curve],
  ['bTRC', curve],
]

/** An ICC profile (version 4.3) of sRGB: what the colours of the document mean, which PDF/A asks for. */
export function colourProfile(): Buffer {
  const directory = Buffer.alloc(4 + 12 * tags.length)
  directory.writeUInt32BE(tags.length, 0)
  const bodies: Buffer[] = []
  const places = new Map<Buffer, number>()
  let end = 128 + directory.length
  for (const [i, [name, body]] of tags.entries()) {
    const place = places.get(body) ?? end
    if (place === end) {
      const padded = Buffer.concat([body, Buffer.alloc(-body.length & 3)])
      bodies.push(padded)
      places.set(body, place)
      end += padded.length
    }
    directory.write(name, 4 + 12 * i, 'latin1')
    directory.writeUInt32BE(place, 8 + 12 * i)
    directory.writeUInt32BE(body.length, 12 + 12 * i)
  }
  const head = Buffer.alloc(128)
  head.writeUInt32BE(end, 0)
  head.writeUInt32BE(0x04_30_00_00, 8)
  head.write('mntrRGB XYZ ', 12, 'latin1')
  // A date is required; it is that of the standard, so that the bytes are always the same.
  for (const [i, part] of [1999, 10, 18, 0, 0, 0].entries()) head.writeUInt16BE(part, 24 + 2 * i)
  head.write('acsp', 36, 'latin1')
  Buffer.concat([fixed(0.9642), fixed(1), fixed(0.8249)]).copy(head, 68)
  return Buffer.concat([head, directory, ...bodies])
}
