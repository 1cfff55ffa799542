/**
 * PDF/A in Nastaliq at the rate of a press: HarfBuzz shapes, Unicode's algorithm orders, every line carries its text, and
 * pages leave as they are made. Knows pages, boxes, text, lines and pictures; nothing of what they are for.
 */
export { openTypefaces, type Face, type ShapedPiece, type Typefaces, type Weight } from './face.ts'
export { readJpeg, type Jpeg } from './jpeg.ts'
export type { Line } from './line.ts'
export type { DocumentFacts } from './metadata.ts'
export type { Page, Stroke } from './page.ts'
export { cutParagraph, textBox, type Paragraph, type PlacedLine, type TextBox } from './paragraph.ts'
export type { Direction } from './pieces.ts'
export { startPdf, type PdfWriter } from './pdf.ts'
export type { TextStyle } from './style.ts'
