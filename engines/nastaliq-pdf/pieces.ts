import bidiFactory from 'bidi-js'
import type { Face, Weight } from './face.ts'

// The package is CommonJS: what its types call `default` is the module itself.
const bidi = (bidiFactory as unknown as typeof bidiFactory.default)()

/** The part of a word that one face draws in one direction. */
export interface Piece {
  /** Its characters in the order in which they are written and read. */
  readonly text: string
  readonly face: Face
  /** Bidi level: odd from right to left. */
  readonly level: number
}

/** A word and the space after it. */
export interface Word {
  readonly pieces: readonly Piece[]
  /** Level of the space that follows; the paragraph's own after the last word. */
  readonly levelAfter: number
}

export type Direction = 'rtl' | 'ltr'

const isUrdu = (codePoint: number): boolean =>
  (codePoint >= 0x0600 && codePoint <= 0x08ff) || (codePoint >= 0xfb50 && codePoint <= 0xfefc)
/** Marks above and below, and joiners: they stay with their letter. */
const clings = /[\p{M}\u200C\u200D]/u
/** Marks that only steer the direction: they are obeyed, and neither drawn nor part of the text layer. */
const steering = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/

function faceFor(weight: Weight, codePoint: number): Face {
  const asked: readonly Face[] = isUrdu(codePoint) ? weight.urdu : weight.latin
  return asked.find(({ glyphs }) => glyphs.has(codePoint)) ?? weight.latin[0]
}

/** What a face draws of a text: a question mark for a character that it lacks, nothing for a mark that it lacks. */
export function drawable({ glyphs }: Face, text: string): string {
  let drawn = ''
  for (const character of text) {
    if (glyphs.has(character.codePointAt(0) ?? 0)) drawn += character
    else if (!clings.test(character)) drawn += '?'
  }
  return drawn
}

function piecesOf(word: string, from: number, levels: Uint8Array, weight: Weight): Piece[] {
  const pieces: { text: string; face: Face; level: number }[] = []
  let at = from
  for (const character of word) {
    const level = levels[at] ?? 0
    at += character.length
    if (steering.test(character)) continue
    const last = pieces.at(-1)
    const face =
      last !== undefined && clings.test(character) ? last.face : faceFor(weight, character.codePointAt(0) ?? 0)
    if (last !== undefined && last.face === face && (last.level === level || clings.test(character)))
      last.text += character
    else pieces.push({ text: character, face, level })
  }
  return pieces
}

/** Cuts a paragraph at its spaces, and each word where the face or the direction (Unicode's bidirectional algorithm) changes. */
export function wordsOf(paragraph: string, weight: Weight, direction: Direction): Word[] {
  const text = paragraph.replaceAll(/\s+/g, ' ').trim()
  if (text === '') return []
  const { levels } = bidi.getEmbeddingLevels(text, direction)
  const words: Word[] = []
  let from = 0
  for (const word of text.split(' ')) {
    const end = from + word.length
    words.push({
      pieces: piecesOf(word, from, levels, weight),
      levelAfter: levels[end] ?? (direction === 'rtl' ? 1 : 0),
    })
    from = end + 1
  }
  return words
}

/** Order on the page, from left to right, of what stands after each other in the text (rule L2 of the algorithm). */
export function visualOrder<T extends { readonly level: number }>(line: readonly T[]): T[] {
  const order = [...line]
  const highest = Math.max(...order.map(({ level }) => level), 0)
  for (let level = highest; level >= 1; level--)
    for (let from = 0; from < order.length; from++) {
      let to = from
      while (to < order.length && (order[to]?.level ?? 0) >= level) to++
      if (to - from > 1) order.splice(from, to - from, ...order.slice(from, to).reverse())
      from = to
    }
  return order
}
