import type { Face, ShapedPiece } from './face.ts'
import type { Piece, Word } from './pieces.ts'
import { shapePiece } from './shape.ts'
import type { Setting } from './style.ts'

/** A piece that has its size. Lengths are points. */
export interface SetPiece {
  /** Its characters in the order in which they are read. */
  readonly text: string
  readonly level: number
  readonly face: Face
  readonly shaped: ShapedPiece
  readonly size: number
  readonly advance: number
}

/** Room between two words; belongs to no face. */
export interface Space {
  readonly text: ' '
  readonly level: number
  readonly face: undefined
  readonly advance: number
}

export interface SetWord {
  readonly pieces: readonly SetPiece[]
  readonly advance: number
  readonly spaceAfter: Space
}

const graphemes = new Intl.Segmenter('ur', { granularity: 'grapheme' })

/** Advance of the space of a face, in ems. */
function spaceOf(face: Face): number {
  const glyph = face.glyphs.get(0x20)
  return glyph === undefined ? 0.25 : face.font.glyphHAdvance(glyph) / face.unitsPerEm
}

function setPiece({ text, face, level }: Piece, { style, weight }: Setting): SetPiece {
  const shaped = shapePiece(face, level % 2 === 1 ? 'rtl' : 'ltr', text)
  const size = weight.urdu.includes(face) ? style.size : (style.latinSize ?? style.size)
  return { text, face, shaped, level, size, advance: shaped.advance * size }
}

const widthOf = (pieces: readonly { readonly advance: number }[]): number =>
  pieces.reduce((sum, { advance }) => sum + advance, 0)

function setWord({ pieces, levelAfter }: Word, setting: Setting): SetWord {
  const set = pieces.map((piece) => setPiece(piece, setting))
  const last = set.at(-1)
  const space = last === undefined ? 0 : spaceOf(last.face) * last.size
  return {
    pieces: set,
    advance: widthOf(set),
    spaceAfter: { text: ' ', level: levelAfter, face: undefined, advance: space },
  }
}

/** Parts of a word that is wider than the box, each as long as fits: broken between letters, with no space after. */
function breakWord(word: Word, setting: Setting): SetWord[] {
  const parts: SetWord[] = []
  let taken: Piece[] = []
  const finish = (): void => {
    const part = setWord({ pieces: taken, levelAfter: word.levelAfter }, setting)
    parts.push({ ...part, spaceAfter: { ...part.spaceAfter, advance: 0 } })
  }
  for (const piece of word.pieces)
    for (const { segment } of graphemes.segment(piece.text)) {
      const last = taken.at(-1)
      const more =
        last !== undefined && last.face === piece.face && last.level === piece.level
          ? [...taken.slice(0, -1), { ...last, text: last.text + segment }]
          : [...taken, { ...piece, text: segment }]
      if (taken.length > 0 && widthOf(more.map((each) => setPiece(each, setting))) > setting.style.width) {
        finish()
        taken = [{ ...piece, text: segment }]
      } else taken = more
    }
  finish()
  return parts
}

function fitWord(word: Word, setting: Setting): SetWord[] {
  const whole = setWord(word, setting)
  if (whole.advance <= setting.style.width) return [whole]
  const parts = breakWord(word, setting)
  const last = parts.pop()
  return last === undefined ? parts : [...parts, { ...last, spaceAfter: whole.spaceAfter }]
}

/** Nastaliq's own space is too narrow beside figures and Latin: there it is at least this part of an em. */
const besideLatin = 0.24

/** Words with the space that follows each of them widened where Urdu meets another script. */
function spaceWords(words: readonly SetWord[], { style, weight }: Setting): SetWord[] {
  const latin = (piece: SetPiece | undefined): boolean => piece !== undefined && !weight.urdu.includes(piece.face)
  return words.map((word, i) => {
    const { spaceAfter, pieces } = word
    if (spaceAfter.advance === 0 || !(latin(pieces.at(-1)) || latin(words[i + 1]?.pieces[0]))) return word
    return { ...word, spaceAfter: { ...spaceAfter, advance: Math.max(spaceAfter.advance, besideLatin * style.size) } }
  })
}

/** Fills lines with words from the start, as many as fit on each. */
export function wrapWords(words: readonly Word[], setting: Setting): SetWord[][] {
  const lines: SetWord[][] = []
  let [line, width]: [SetWord[], number] = [[], 0]
  const fitted = words.flatMap((each) => fitWord(each, setting))
  for (const word of spaceWords(fitted, setting)) {
    const before = line.at(-1)?.spaceAfter.advance ?? 0
    if (line.length > 0 && width + before + word.advance > setting.style.width) {
      lines.push(line)
      line = []
      width = 0
    }
    width += (line.length > 0 ? before : 0) + word.advance
    line.push(word)
  }
  if (line.length > 0) lines.push(line)
  return lines
}
