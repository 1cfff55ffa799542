import type { Typefaces, Weight } from './face.ts'
import type { Direction } from './pieces.ts'

/** How a box of text is set. Lengths are points (1/72 inch). */
export interface TextStyle {
  readonly weight: 'regular' | 'bold'
  readonly size: number
  /** Size of digits and Latin beside Urdu; the same where it is not given. */
  readonly latinSize?: number
  /** From base line to base line; a line whose ink is taller gets more. Nastaliq wants 2.1 times its size. */
  readonly lineHeight: number
  readonly direction: Direction
  readonly align: 'start' | 'middle' | 'end'
  /** Longer text wraps; a word that is longer still is broken between letters, never clipped. */
  readonly width: number
}

/** A style with the faces that it is set in. */
export interface Setting {
  readonly style: TextStyle
  readonly weight: Weight
  readonly typefaces: Typefaces
}
