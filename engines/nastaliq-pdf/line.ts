import type { Face, ShapedPiece, Typefaces } from './face.ts'
import { points, shortest } from './operators.ts'
import { visualOrder, type Direction } from './pieces.ts'
import type { Setting } from './style.ts'
import { characterCodes, layerAdvance, layerFont } from './text-layer.ts'
import type { SetPiece, SetWord, Space } from './words.ts'

/** A line of text that can be drawn anywhere. Lengths are points. */
export interface Line {
  /** What it says, in the order in which it is read. */
  readonly text: string
  /** Opens a text object, up to the place where the line's left end stands. */
  readonly opening: string
  /** Draws the line and closes the text object. */
  readonly drawing: string
  /** Shows its text, not to be seen, in a text object of its own. */
  readonly layer: string
  /** From the left of the box to the left end of the line. */
  readonly x: number
  readonly width: number
  /** How far its ink goes above and below its base line. */
  readonly above: number
  readonly below: number
  readonly drawn: readonly { readonly face: Face; readonly shaped: ShapedPiece }[]
}

const rises = /(-?[\d.]+) Ts/g

/** Rises are measured in the size of the line: those of a piece of another size are brought to it. */
function operatorsAt(shaped: ShapedPiece, ratio: number): string {
  if (ratio === 1) return shaped.operators
  return shaped.operators.replaceAll(rises, (_, rise: string) => `${shortest(Number(rise) * ratio, 4)} Ts`)
}

function shiftOf(align: 'start' | 'middle' | 'end', direction: Direction, room: number): number {
  if (align === 'middle') return room / 2
  return (align === 'start') === (direction === 'ltr') ? 0 : room
}

/** The parts of a line in the order of the text. */
function partsOf(words: readonly SetWord[]): (SetPiece | Space)[] {
  return words.flatMap(({ pieces, spaceAfter }, i): readonly (SetPiece | Space)[] =>
    // Spaces at the end of a line are none, and the parts of a broken word have none between them.
    i === words.length - 1 || spaceAfter.advance === 0 ? pieces : [...pieces, spaceAfter],
  )
}

/** Operators that draw the parts, which stand in their order on the page, at a size of 1. */
function drawParts(parts: readonly (SetPiece | Space)[], size: number, typefaces: Typefaces): string {
  let [drawing, ratio] = ['', 1]
  let last: SetPiece | undefined
  for (const part of parts) {
    if (part.face === undefined) {
      drawing += `[${shortest((-1000 * part.advance) / (size * ratio), 0)}]TJ\n`
      continue
    }
    ratio = part.size / size
    if (last?.face !== part.face || last.size !== part.size)
      drawing += `/F${typefaces.faces.indexOf(part.face)} ${shortest(ratio, 4)} Tf\n`
    drawing += operatorsAt(part.shaped, ratio)
    last = part
  }
  return drawing
}

/**
 * The same parts as text that is not seen: a character for a character, from left to right as they stand on the page,
 * each part stretched over what is drawn of it. A space is shown together with what stands to its left: some programs
 * drop what consists of a space alone.
 */
function layOver(parts: readonly (SetPiece | Space)[], size: number, glyphAdvance: number): string {
  const shown: { codes: string[]; advance: number }[] = []
  for (const { text, level, advance, face } of parts) {
    const codes = characterCodes(text, level % 2 === 1)
    const last = shown.at(-1)
    if (face === undefined && last !== undefined) {
      last.codes.push(...codes)
      last.advance += advance
    } else shown.push({ codes, advance })
  }
  return shown
    .map(({ codes, advance }) => {
      const stretch = (100 * advance) / (size * codes.length * glyphAdvance)
      return `${shortest(Math.max(stretch, 0.1), 1)} Tz<${codes.join('')}>Tj\n`
    })
    .join('')
}

/** Puts the words of a line in their order on the page and turns them into operators. */
export function makeLine(words: readonly SetWord[], { style, typefaces }: Setting): Line {
  const logical = partsOf(words)
  const parts = visualOrder(logical)
  const drawn = parts.filter((part) => part.face !== undefined)
  const width = parts.reduce((sum, { advance }) => sum + advance, 0)
  const size = points(style.size)
  return {
    text: logical.map(({ text }) => text).join(''),
    opening: `BT ${size} 0 0 ${size}`,
    // What is drawn is text that says nothing; what it says lies over it.
    drawing: `/Span<</ActualText()>>BDC\n${drawParts(parts, style.size, typefaces)}EMC ET\n`,
    layer: `/${layerFont} 1 Tf 3 Tr\n${layOver(parts, style.size, layerAdvance(typefaces))}0 Tr 100 Tz ET\n`,
    x: shiftOf(style.align, style.direction, style.width - width),
    width,
    above: Math.max(0, ...drawn.map(({ shaped, size }) => shaped.above * size)),
    below: Math.max(0, ...drawn.map(({ shaped, size }) => shaped.below * size)),
    drawn,
  }
}
