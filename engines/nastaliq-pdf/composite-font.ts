import type { ObjectWriter } from './object-writer.ts'

/** What a font says of itself; lengths are thousandths of an em. */
interface FontFacts {
  readonly name: string
  /** Object of its TrueType program. */
  readonly file: number
  readonly box: readonly number[]
  readonly italicAngle: number
  readonly ascent: number
  readonly descent: number
  /** Entries that give the glyph of each code and its width. */
  readonly glyphs: string
  /** The map that says what each code reads as. */
  readonly characters: string
}

/** Puts a composite font whose codes are two bytes long (PDF 32000-1, 9.7); returns its object. */
export function putFont(objects: ObjectWriter, font: FontFacts): number {
  const { name, file, box, italicAngle, ascent, descent, glyphs } = font
  const descriptor = objects.put(
    `<</Type/FontDescriptor/FontName/${name}/Flags 4/FontBBox[${box.join(' ')}]/ItalicAngle ${italicAngle}/Ascent ${ascent}/Descent ${descent}/CapHeight ${ascent}/StemV 80/FontFile2 ${file} 0 R>>`,
  )
  const descendant = objects.put(
    `<</Type/Font/Subtype/CIDFontType2/BaseFont/${name}/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/FontDescriptor ${descriptor} 0 R${glyphs}>>`,
  )
  const characters = objects.putDeflated('', Buffer.from(font.characters, 'latin1'))
  return objects.put(
    `<</Type/Font/Subtype/Type0/BaseFont/${name}/Encoding/Identity-H/DescendantFonts[${descendant} 0 R]/ToUnicode ${characters} 0 R>>`,
  )
}
