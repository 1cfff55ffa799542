import { Buffer as ShapingBuffer, Direction, shape } from 'harfbuzzjs'
import type { Face, ShapedPiece } from './face.ts'
import { hexadecimal, shortest } from './operators.ts'
import { drawable, type Direction as TextDirection } from './pieces.ts'

/** Pieces that a face remembers in each direction. Beyond that it forgets them all and begins again: memory stays flat. */
const remembered = 40_000

const buffer = new ShapingBuffer()

/**
 * Shapes a piece of text of one face and one direction. What HarfBuzz decides for each glyph (advance, and in Nastaliq
 * the height at which it hangs) becomes operators whose numbers are thousandths of an em, so that they hold at every size.
 */
export function shapePiece(face: Face, direction: TextDirection, text: string): ShapedPiece {
  const known = face.shaped[direction].get(text)
  if (known !== undefined) return known
  if (face.shaped[direction].size >= remembered) face.shaped[direction].clear()
  const made = shapeAnew(face, direction, text)
  face.shaped[direction].set(text, made)
  return made
}

function shapeAnew(face: Face, direction: TextDirection, text: string): ShapedPiece {
  buffer.reset()
  buffer.addText(drawable(face, text))
  buffer.guessSegmentProperties()
  buffer.setDirection(direction === 'rtl' ? Direction.RTL : Direction.LTR)
  if (direction === 'rtl') buffer.setLanguage('ur')
  shape(face.font, buffer)
  const infos = buffer.getGlyphInfos()
  const positions = buffer.getGlyphPositions()
  const perMille = 1000 / face.unitsPerEm
  let [operators, shown, rise] = ['', '', 0]
  // Where the next glyph belongs, and where the PDF pen is.
  let [place, pen] = [0, 0]
  let [above, below] = [0, 0]
  const show = (): void => {
    if (shown !== '') operators += `[${shown}]TJ\n`
    shown = ''
  }
  const glyphs = new Set<number>()
  for (const [i, { codepoint: glyph }] of infos.entries()) {
    const { xAdvance, xOffset, yOffset } = positions[i] ?? { xAdvance: 0, xOffset: 0, yOffset: 0 }
    if (yOffset !== rise) {
      show()
      operators += `${shortest(yOffset / face.unitsPerEm, 4)} Ts\n`
      rise = yOffset
    }
    const missing = Math.round((place + xOffset - pen) * perMille)
    if (missing !== 0) shown += -missing
    shown += `<${hexadecimal(glyph)}>`
    pen += missing / perMille + face.font.glyphHAdvance(glyph)
    place += xAdvance
    glyphs.add(glyph)
    const ink = face.font.glyphExtents(glyph)
    if (ink !== undefined && ink.height !== 0) {
      above = Math.max(above, yOffset + ink.yBearing)
      below = Math.max(below, -(yOffset + ink.yBearing + ink.height))
    }
  }
  const rest = Math.round((place - pen) * perMille)
  if (rest !== 0) shown += -rest
  show()
  if (rise !== 0) operators += '0 Ts\n'
  // Neighbours within one string need no brackets between them.
  operators = operators.replaceAll('><', '')
  return {
    operators,
    advance: place / face.unitsPerEm,
    above: above / face.unitsPerEm,
    below: below / face.unitsPerEm,
    glyphs: [...glyphs],
  }
}
