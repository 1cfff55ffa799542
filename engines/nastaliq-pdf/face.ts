import { createRequire } from 'node:module'
import { readFile } from 'node:fs/promises'
import { Blob, Face as ShapingFace, Font } from 'harfbuzzjs'
import wawoff2 from 'wawoff2'

/** One font file, opened for shaping and for embedding. */
export interface Face {
  /** PostScript name, e.g. `NotoNastaliqUrdu-Regular`. */
  readonly name: string
  /** The whole TrueType file. */
  readonly trueType: Uint8Array
  readonly font: Font
  /** Glyph by code point, as the font's own table has it. */
  readonly glyphs: ReadonlyMap<number, number>
  /** Units of an em; all lengths below are in them. */
  readonly unitsPerEm: number
  readonly ascent: number
  readonly descent: number
  /** xMin, yMin, xMax, yMax of all glyphs. */
  readonly box: readonly [number, number, number, number]
  /** 0 in an upright face. */
  readonly italicAngle: number
  /** Shaped pieces of text by direction; names repeat, so nearly everything comes from here. */
  readonly shaped: { readonly rtl: Map<string, ShapedPiece>; readonly ltr: Map<string, ShapedPiece> }
}

/** A piece of text in one face and one direction, as it is drawn at a size of 1. Lengths are in ems. */
export interface ShapedPiece {
  /** PDF operators that draw it from the pen and leave the pen at its end; the font is chosen before. */
  readonly operators: string
  readonly advance: number
  /** How far its ink goes above and below the base line; both at least 0. */
  readonly above: number
  readonly below: number
  /** Glyphs that it uses, each once. */
  readonly glyphs: readonly number[]
}

/** Faces of one weight in the order in which they are asked for a character. */
export interface Weight {
  /** For the letters of Urdu. */
  readonly urdu: readonly [Face]
  /** For everything else: digits, Latin, brackets. */
  readonly latin: readonly [Face, ...Face[]]
}

export interface Typefaces {
  readonly regular: Weight
  readonly bold: Weight
  /** All of them; a face's place is its name in every document: F0, F1, … */
  readonly faces: readonly Face[]
}

/** Opens a TrueType font. `name` is the PostScript name under which it is embedded. */
function openFace(name: string, trueType: Uint8Array): Face {
  const shapingFace = new ShapingFace(new Blob(trueType))
  const font = new Font(shapingFace)
  const table = (tag: string): DataView => {
    const bytes = shapingFace.referenceTable(tag)
    if (bytes === undefined) throw new RangeError(`${name} has no ${tag} table`)
    return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  }
  const [head, hhea, post] = [table('head'), table('hhea'), table('post')]
  const glyphs = new Map<number, number>()
  for (const codePoint of shapingFace.collectUnicodes()) {
    const glyph = font.nominalGlyph(codePoint)
    if (glyph !== undefined && glyph !== 0) glyphs.set(codePoint, glyph)
  }
  return {
    name,
    trueType,
    font,
    glyphs,
    unitsPerEm: head.getUint16(18),
    box: [head.getInt16(36), head.getInt16(38), head.getInt16(40), head.getInt16(42)],
    ascent: hhea.getInt16(4),
    descent: hhea.getInt16(6),
    italicAngle: post.getInt32(4) / 65_536,
    shaped: { rtl: new Map(), ltr: new Map() },
  }
}

const require = createRequire(import.meta.url)
const nastaliq = '@fontsource/noto-nastaliq-urdu/files/noto-nastaliq-urdu-arabic'
const sans = '@fontsource/source-sans-3/files/source-sans-3'

async function openPart(name: string, file: string): Promise<Face> {
  // What comes back lies in the decompressor's own memory, which the next font overwrites: it is copied.
  return openFace(name, Uint8Array.from(await wawoff2.decompress(await readFile(file))))
}

async function openWeight(weight: 400 | 700, called: string): Promise<Weight> {
  const [urdu, latin, extended] = await Promise.all([
    openPart(`NotoNastaliqUrdu-${called}`, require.resolve(`${nastaliq}-${weight}-normal.woff2`)),
    openPart(`SourceSans3-${called}`, require.resolve(`${sans}-latin-${weight}-normal.woff2`)),
    openPart(`SourceSans3Extended-${called}`, require.resolve(`${sans}-latin-ext-${weight}-normal.woff2`)),
  ])
  return { urdu: [urdu], latin: [latin, extended, urdu] }
}

let opened: Promise<Typefaces> | undefined

/** Noto Nastaliq Urdu and Source Sans 3 (both OFL), regular and bold. Opened once a process, in about 100 ms. */
export function openTypefaces(): Promise<Typefaces> {
  opened ??= (async () => {
    const [regular, bold] = await Promise.all([openWeight(400, 'Regular'), openWeight(700, 'Bold')])
    const faces = [regular, bold].flatMap(({ urdu, latin }) => [urdu, latin].flat())
    return { regular, bold, faces: [...new Set(faces)] }
  })()
  return opened
}
