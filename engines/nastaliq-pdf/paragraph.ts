import type { Typefaces } from './face.ts'
import { makeLine, type Line } from './line.ts'
import { wordsOf } from './pieces.ts'
import type { Setting, TextStyle } from './style.ts'
import { wrapWords } from './words.ts'

/** A text that has been set in its box: what a page draws. Lengths are points. */
export interface Paragraph {
  /** Each with its base line, measured down from the top of the box. */
  readonly lines: readonly { readonly line: Line; readonly baseLine: number }[]
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

/** Texts that a box remembers; beyond that it forgets them all, so memory stays flat. */
const remembered = 5000

/** Part of a line's height that lies above its base line: Nastaliq falls from the right, and hangs deeper at its end. */
const aboveBase = 0.62

function layOutAnew(text: string, setting: Setting): Paragraph {
  const { style, weight } = setting
  const [ascent, descent] = [style.lineHeight * aboveBase, style.lineHeight * (1 - aboveBase)]
  let height = 0
  const lines = wrapWords(wordsOf(text.normalize('NFC'), weight, style.direction), setting).map((words) => {
    const line = makeLine(words, setting)
    const baseLine = height + Math.max(ascent, line.above)
    height = baseLine + Math.max(descent, line.below)
    return { line, baseLine }
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
