import { createHash } from 'node:crypto'
import { putFont } from './composite-font.ts'
import type { Face } from './face.ts'
import type { ObjectWriter } from './object-writer.ts'
import type { CutDown } from './subset.ts'
import { unreadMap } from './text-layer.ts'

/** Six capital letters that differ where the glyphs differ (PDF 32000-1, 9.6.4). */
function prefixOf(glyphs: readonly number[]): string {
  const hash = createHash('sha256').update(glyphs.join()).digest()
  return String.fromCodePoint(...[...hash.subarray(0, 6)].map((byte) => 65 + (byte % 26)))
}

/** Widths by glyph: `[5 [230] 17 [400]]`; those that are one after the other share brackets. */
function widthsOf({ font, unitsPerEm }: Face, glyphs: readonly number[]): string {
  let text = ''
  let expected = -1
  for (const glyph of glyphs) {
    const width = Math.round((font.glyphHAdvance(glyph) * 1000) / unitsPerEm)
    text += glyph === expected ? ` ${width}` : `${expected === -1 ? '' : ']'} ${glyph}[${width}`
    expected = glyph + 1
  }
  return `[${text}]]`
}

/** Embeds the glyphs of a face that a document uses, as a font whose codes are glyph numbers; returns its object. */
export function embedFont(objects: ObjectWriter, face: Face, used: Iterable<number>, cutDown: CutDown): number {
  const glyphs = [...used].sort((a, b) => a - b)
  const perMille = (value: number): number => Math.round((value * 1000) / face.unitsPerEm)
  const program = cutDown(face, glyphs)
  return putFont(objects, {
    name: `${prefixOf(glyphs)}+${face.name}`,
    file: objects.putDeflated(`/Length1 ${program.length}`, program),
    box: face.box.map(perMille),
    italicAngle: face.italicAngle,
    ascent: perMille(face.ascent),
    descent: perMille(face.descent),
    glyphs: `/W${widthsOf(face, glyphs)}/CIDToGIDMap/Identity`,
    characters: unreadMap(glyphs),
  })
}
