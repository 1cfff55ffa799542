import type { Typefaces } from './face.ts'
import { makeLine, type Line } from './line.ts'
import { wordsOf } from './pieces.ts'
import type { Setting, TextStyle } from './style.ts'
import { wrapWords } from './words.ts'

/** A line in its box: everything is measured down from the top of the box. */
export interface PlacedLine {
  readonly line: Line
  readonly top: number
  readonly baseLine: number
  readonly bottom: number
}

/** A text that has been set in its box: what a page draws. Lengths are points. */
export interface Paragraph {
  readonly lines: readonly PlacedLine[]
  readonly height: number
  readonly width: number
}

/** Sets texts in one style and remembers them: on a roll the same names come again and again. */
export interface TextBox {
  readonly style: TextStyle
  /**
   * Sets a text. It is brought into Unicode's NFC, its white space becomes single spaces, and it wraps at them. Where no
   * face has a character, a question mark is drawn; the text layer still has the character.
   */
  layOut(text: string): Paragraph
}

/**
 * Cuts a text where it goes beyond `height`: what fits, and the rest, which begins at the top of its own box; undefined where
 * nothing is left. The first line is never left: it is for the caller to have room for one.
 */
export function cutParagraph(paragraph: Paragraph, height: number): [Paragraph, Paragraph | undefined] {
  const fits = paragraph.lines.filter(({ bottom }, i) => i === 0 || bottom <= height)
  const [next] = paragraph.lines.slice(fits.length)
  if (next === undefined) return [paragraph, undefined]
  const rest = paragraph.lines.slice(fits.length).map(({ line, top, baseLine, bottom }) => ({
    line,
    top: top - next.top,
    baseLine: baseLine - next.top,
    bottom: bottom - next.top,
  }))
  return [
    { lines: fits, height: next.top, width: paragraph.width },
    { lines: rest, height: paragraph.height - next.top, width: paragraph.width },
  ]
}

/** Texts that a box remembers; beyond that it forgets them all, so memory stays flat. */
const remembered = 5000

/** Part of a line's height that lies above its base line: Nastaliq rises to the right. */
const aboveBase = 0.67

function layOutAnew(text: string, setting: Setting): Paragraph {
  const { style, weight } = setting
  const [ascent, descent] = [style.lineHeight * aboveBase, style.lineHeight * (1 - aboveBase)]
  let height = 0
  const lines = wrapWords(wordsOf(text.normalize('NFC'), weight, style.direction), setting).map((words) => {
    const line = makeLine(words, setting)
    const top = height
    const baseLine = top + Math.max(ascent, line.above)
    height = baseLine + Math.max(descent, line.below)
    return { line, top, baseLine, bottom: height }
  })
  return { lines, height, width: style.width }
}

/** A box for texts of one style. Keep it: what it has set once it need not set again. */
export function textBox(typefaces: Typefaces, style: TextStyle): TextBox {
  const setting: Setting = { style, weight: typefaces[style.weight], typefaces }
  const known = new Map<string, Paragraph>()
  return {
    style,
    layOut: (text) => {
      const before = known.get(text)
      if (before !== undefined) return before
      if (known.size >= remembered) known.clear()
      const made = layOutAnew(text, setting)
      known.set(text, made)
      return made
    },
  }
}
