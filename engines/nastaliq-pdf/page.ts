import { encode } from 'uqr'
import type { Jpeg } from './jpeg.ts'
import type { Face, ShapedPiece } from './face.ts'
import { points, shortest } from './operators.ts'
import type { Paragraph } from './paragraph.ts'

/** A stroke. Width in points; grey from 0 (black) to 1 (white). */
export interface Stroke {
  readonly width: number
  readonly grey: number
  /** Lengths of dash and gap, in points; unbroken where absent. */
  readonly dashes?: readonly [number, number]
}

/** A page that is being drawn. Places are points from its upper left corner, y grows downwards. */
export interface Page {
  readonly width: number
  readonly height: number
  /** Draws a text whose box has its upper left corner here. */
  text(paragraph: Paragraph, x: number, y: number): void
  line(fromX: number, fromY: number, toX: number, toY: number, stroke: Stroke): void
  frame(x: number, y: number, width: number, height: number, stroke: Stroke): void
  fill(x: number, y: number, width: number, height: number, grey: number): void
  /** A picture, as large as fits into the box without being stretched, in its middle. */
  picture(jpeg: Jpeg, x: number, y: number, width: number, height: number): void
  /** A QR code (level M, 15 % may be lost) as black squares; the white margin of four modules is the caller's. */
  qrCode(text: string, x: number, y: number, size: number): void
}

/** What a page came to. */
export interface DrawnPage {
  readonly content: string
  /** Pieces of text by face, whose glyphs the document has to embed. */
  readonly pieces: ReadonlyMap<Face, ReadonlySet<ShapedPiece>>
  /** Its pictures: `/P0`, `/P1`, … */
  readonly pictures: readonly Jpeg[]
}

class Drawing implements Page {
  readonly width: number
  readonly height: number
  readonly pieces: Map<Face, Set<ShapedPiece>>
  readonly pictures: Jpeg[] = []
  content = ''

  constructor(width: number, height: number, pieces: Map<Face, Set<ShapedPiece>>) {
    this.width = width
    this.height = height
    this.pieces = pieces
  }

  text({ lines }: Paragraph, x: number, y: number): void {
    for (const { line, baseLine } of lines) {
      const opening = `${line.opening} ${points(x + line.x)} ${points(this.height - y - baseLine)} Tm\n`
      this.content += opening + line.drawing + opening + line.layer
      for (const { face, shaped } of line.drawn) {
        const known = this.pieces.get(face)
        if (known === undefined) this.pieces.set(face, new Set([shaped]))
        else known.add(shaped)
      }
    }
  }

  #stroke({ width, grey, dashes }: Stroke, path: string): void {
    const dash = dashes === undefined ? '' : `[${points(dashes[0])} ${points(dashes[1])}] 0 d `
    this.content += `${dash}${points(width)} w ${shortest(grey, 3)} G ${path} S${dashes === undefined ? '' : ' [] 0 d'}\n`
  }

  #box(x: number, y: number, width: number, height: number): string {
    return `${points(x)} ${points(this.height - y - height)} ${points(width)} ${points(height)} re`
  }

  line(fromX: number, fromY: number, toX: number, toY: number, stroke: Stroke): void {
    const [from, to] = [this.height - fromY, this.height - toY]
    this.#stroke(stroke, `${points(fromX)} ${points(from)} m ${points(toX)} ${points(to)} l`)
  }

  frame(x: number, y: number, width: number, height: number, stroke: Stroke): void {
    this.#stroke(stroke, this.#box(x, y, width, height))
  }

  fill(x: number, y: number, width: number, height: number, grey: number): void {
    this.content += `${shortest(grey, 3)} g ${this.#box(x, y, width, height)} f 0 g\n`
  }

  picture(jpeg: Jpeg, x: number, y: number, width: number, height: number): void {
    const scale = Math.min(width / jpeg.width, height / jpeg.height)
    const [wide, high] = [jpeg.width * scale, jpeg.height * scale]
    const [left, bottom] = [x + (width - wide) / 2, this.height - y - (height + high) / 2]
    this.content += `q ${points(wide)} 0 0 ${points(high)} ${points(left)} ${points(bottom)} cm /P${this.pictures.length} Do Q\n`
    this.pictures.push(jpeg)
  }

  qrCode(text: string, x: number, y: number, size: number): void {
    const { data, size: modules } = encode(text, { ecc: 'M', border: 0 })
    // In modules, with its own axes: whole numbers, and no hair between neighbours.
    const scale = shortest(size / modules, 4)
    this.content += `q ${scale} 0 0 -${scale} ${points(x)} ${points(this.height - y)} cm\n`
    for (const [row, line] of data.entries())
      for (let from = 0; from < line.length; from++) {
        let to = from
        while (line[to] === true) to++
        if (to > from) this.content += `${from} ${row} ${to - from} 1 re\n`
        from = to
      }
    this.content += 'f Q\n'
  }
}

/** Draws a page; `pieces` gathers what it uses of the faces. */
export function drawPage(
  width: number,
  height: number,
  pieces: Map<Face, Set<ShapedPiece>>,
  draw: (page: Page) => void,
): DrawnPage {
  const drawing = new Drawing(width, height, pieces)
  draw(drawing)
  return drawing
}
