import { colourProfile } from './colour-profile.ts'
import { embedFont } from './embed-font.ts'
import { openTypefaces, type Face, type ShapedPiece, type Typefaces } from './face.ts'
import type { Jpeg } from './jpeg.ts'
import { pdfDate, producer, xmpPacket, type DocumentFacts } from './metadata.ts'
import { ObjectWriter } from './object-writer.ts'
import { points, textString } from './operators.ts'
import { drawPage, type Page } from './page.ts'
import { openSubsetter, type CutDown } from './subset.ts'
import { embedLayer, layerFont } from './text-layer.ts'

/**
 * A document that is being written. Its pages leave as they are made: what stays in memory is eight bytes an object and
 * the glyphs that were used. The same calls give the same bytes.
 */
export interface PdfWriter {
  /** Pages so far. */
  readonly pages: number
  /** Draws a page of that size, in points, and gives the next bytes of the file. */
  addPage(width: number, height: number, draw: (page: Page) => void): Buffer
  /** The last bytes of the file: fonts, metadata, table of contents. Nothing can be added afterwards. */
  end(): Buffer
}

class Writer implements PdfWriter {
  readonly #facts: DocumentFacts
  readonly #typefaces: Typefaces
  readonly #cutDown: CutDown
  readonly #objects = new ObjectWriter()
  readonly #catalogue = this.#objects.reserve()
  readonly #tree = this.#objects.reserve()
  readonly #fonts = this.#objects.reserve()
  readonly #pages: number[] = []
  readonly #pieces = new Map<Face, Set<ShapedPiece>>()

  constructor(facts: DocumentFacts, typefaces: Typefaces, cutDown: CutDown) {
    this.#facts = facts
    this.#typefaces = typefaces
    this.#cutDown = cutDown
  }

  get pages(): number {
    return this.#pages.length
  }

  addPage(width: number, height: number, draw: (page: Page) => void): Buffer {
    const { content, pictures } = drawPage(width, height, this.#pieces, draw)
    const objects = this.#objects
    const placed = pictures.map((picture, i) => `/P${i} ${this.#putPicture(picture)} 0 R`)
    const stream = objects.putDeflated('', Buffer.from(content, 'latin1'))
    const resources = `/Font ${this.#fonts} 0 R${placed.length === 0 ? '' : `/XObject<<${placed.join('')}>>`}`
    const page = objects.put(
      `<</Type/Page/Parent ${this.#tree} 0 R/MediaBox[0 0 ${points(width)} ${points(height)}]/Resources<<${resources}>>/Contents ${stream} 0 R>>`,
    )
    this.#pages.push(page)
    return objects.take()
  }

  #putPicture({ bytes, width, height, components }: Jpeg): number {
    const space = components === 1 ? 'DeviceGray' : 'DeviceRGB'
    return this.#objects.putStream(
      `/Type/XObject/Subtype/Image/Width ${width}/Height ${height}/ColorSpace/${space}/BitsPerComponent 8/Filter/DCTDecode`,
      bytes,
    )
  }

  end(): Buffer {
    const objects = this.#objects
    const fonts = this.#typefaces.faces.flatMap((face, i) => {
      const pieces = this.#pieces.get(face)
      if (pieces === undefined) return []
      const glyphs = new Set([...pieces].flatMap(({ glyphs }) => glyphs))
      return [`/F${i} ${embedFont(objects, face, glyphs, this.#cutDown)} 0 R`]
    })
    const layer = embedLayer(objects, this.#typefaces, this.#cutDown)
    objects.put(`<<${fonts.join('')}/${layerFont} ${layer} 0 R>>`, this.#fonts)
    const kids = this.#pages.map((page) => `${page} 0 R`).join(' ')
    objects.put(`<</Type/Pages/Count ${this.#pages.length}/Kids[${kids}]>>`, this.#tree)
    const profile = objects.putDeflated('/N 3', colourProfile())
    const { title, author, language, madeAt } = this.#facts
    const metadata = objects.putStream('/Type/Metadata/Subtype/XML', Buffer.from(xmpPacket(this.#facts), 'utf8'))
    objects.put(
      `<</Type/Catalog/Pages ${this.#tree} 0 R/Lang${textString(language)}/ViewerPreferences<</DisplayDocTitle true/Direction/R2L>>/Metadata ${metadata} 0 R/OutputIntents[<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB)/Info(sRGB)/DestOutputProfile ${profile} 0 R>>]>>`,
      this.#catalogue,
    )
    const date = pdfDate(madeAt)
    const information = objects.put(
      `<</Title${textString(title)}/Author${textString(author)}/Producer(${producer})/CreationDate(${date})/ModDate(${date})>>`,
    )
    objects.finish(this.#catalogue, information)
    return objects.take()
  }
}

/** Begins a PDF/A-2b. */
export async function startPdf(facts: DocumentFacts): Promise<PdfWriter> {
  const [typefaces, cutDown] = await Promise.all([openTypefaces(), openSubsetter()])
  return new Writer(facts, typefaces, cutDown)
}
