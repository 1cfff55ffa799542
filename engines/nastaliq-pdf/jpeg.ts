/** What PDF must know of a JPEG to embed it as it is. */
export interface Jpeg {
  readonly bytes: Uint8Array
  readonly width: number
  readonly height: number
  /** 1 grey, 3 colour. */
  readonly components: 1 | 3
}

/** Markers without a length: fillers and restarts. */
const bare = (marker: number): boolean => marker === 0xff || marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8)
/** Start of frame (ITU-T T.81, table B.1), without the tables that share its numbers. */
const startsFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc

/** Reads the head of a JPEG; undefined where it is none, or has colours (CMYK, 12 bits) that a PDF/A in sRGB may not have. */
export function readJpeg(bytes: Uint8Array): Jpeg | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (bytes.length < 4 || view.getUint16(0) !== 0xffd8) return undefined
  let at = 2
  while (at + 4 <= bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1] ?? 0
    if (bare(marker)) {
      at += marker === 0xff ? 1 : 2
      continue
    }
    if (!startsFrame(marker)) {
      at += 2 + view.getUint16(at + 2)
      continue
    }
    if (at + 10 > bytes.length || bytes[at + 4] !== 8) return undefined
    const [height, width, components] = [view.getUint16(at + 5), view.getUint16(at + 7), bytes[at + 9]]
    if (width === 0 || height === 0 || (components !== 1 && components !== 3)) return undefined
    return { bytes, width, height, components }
  }
  return undefined
}
