/**
 * What can be copied, searched and read aloud. Glyphs of Nastaliq cannot be read back into letters, and programs differ in
 * what they make of a whole line of replacement text (poppler turns it round). So what is drawn says nothing, and over it
 * lies text that is not seen, one glyph a character: the way in which scanned pages carry their text, which every program reads.
 */
import { putFont } from './composite-font.ts'
import { hexadecimal } from './operators.ts'
import type { Face, Typefaces } from './face.ts'
import type { ObjectWriter } from './object-writer.ts'
import type { CutDown } from './subset.ts'

/** Its name in the resources of a page. */
export const layerFont = 'T'
/** Each of its glyphs is the empty one of this face's space. */
const spaceIn = ({ regular }: Typefaces): { readonly face: Face; readonly glyph: number } => {
  const [face] = regular.urdu
  const glyph = face.glyphs.get(0x20)
  if (glyph === undefined) throw new RangeError(`${face.name} has no space`)
  return { face, glyph }
}

/** Advance of each of its glyphs, in ems. */
export function layerAdvance(typefaces: Typefaces): number {
  const { face, glyph } = spaceIn(typefaces)
  return face.font.glyphHAdvance(glyph) / face.unitsPerEm
}

/** Codes of a text from left to right. A character beyond the basic plane has none and is said as U+FFFD. */
export function characterCodes(text: string, rightToLeft: boolean): string[] {
  const codes = Array.from(text, (character) => hexadecimal(character.length > 1 ? 0xfffd : character.charCodeAt(0)))
  return rightToLeft ? codes.reverse() : codes
}

const characterMap = (lines: string): string => `/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo <</Registry (Adobe)/Ordering (UCS)/Supplement 0>> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000><FFFF>
endcodespacerange
${lines}endcmap
CMapName currentdict /CMap defineresource pop
end
end`

/** Lines of a map in which a code (or the first of 256) stands for a character (or the first of 256). */
function rangesOf(characterAt: (high: number) => number): string {
  let text = ''
  // A range may not run beyond its last byte, nor a block hold more than a hundred (Adobe Technical Note 5411).
  for (let from = 0; from < 256; from += 64) {
    text += '64 beginbfrange\n'
    for (let high = from; high < from + 64; high++)
      text += `<${hexadecimal(high * 256)}><${hexadecimal(high * 256 + 255)}><${hexadecimal(characterAt(high))}>\n`
    text += 'endbfrange\n'
  }
  return characterMap(text)
}

/** The code is the character. */
const everyCharacter = rangesOf((high) => high * 256)

/**
 * Glyphs that are seen stand for no character: for a space of no width, which searches overlook, where a program does not
 * heed that they are replaced by nothing.
 */
export function unreadMap(glyphs: readonly number[]): string {
  let text = ''
  for (let from = 0; from < glyphs.length; from += 100) {
    const hundred = glyphs.slice(from, from + 100).map((glyph) => `<${hexadecimal(glyph)}><200B>\n`)
    text += `${hundred.length} beginbfchar\n${hundred.join('')}endbfchar\n`
  }
  return characterMap(text)
}

/** Embeds a font whose every code draws the empty glyph of a space; returns its object. */
export function embedLayer(objects: ObjectWriter, typefaces: Typefaces, cutDown: CutDown): number {
  const { face, glyph: space } = spaceIn(typefaces)
  const width = Math.round(layerAdvance(typefaces) * 1000)
  const program = cutDown(face, [space])
  const file = objects.putDeflated(`/Length1 ${program.length}`, program)
  const places = new Uint8Array(2 * 65_536)
  for (let code = 0; code < 65_536; code++) {
    places[2 * code] = space >> 8
    places[2 * code + 1] = space & 255
  }
  return putFont(objects, {
    name: 'AAAAAA+TextLayer',
    file,
    box: [0, -200, width, 800],
    italicAngle: 0,
    ascent: 800,
    descent: -200,
    glyphs: `/DW ${width}/CIDToGIDMap ${objects.putDeflated('', places)} 0 R`,
    characters: everyCharacter,
  })
}
