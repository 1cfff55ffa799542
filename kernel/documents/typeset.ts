import type { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { openFonts } from './fonts.ts'

/** What is typeset. */
export interface Document {
  /** The layout, in Typst. It reads its data by `json(bytes(sys.inputs.data))` and chooses no text by itself. */
  readonly layout: string
  /** Everything that the layout shows; JSON. */
  readonly data: unknown
  /** Written into the PDF as its date. The same layout, data and instant give the same bytes. */
  readonly madeAt: Date
}

let compiler: Promise<NodeCompiler> | undefined

/** Typst is 40 MB of machine code: a server that typesets nothing does not load it. */
async function openCompiler(): Promise<NodeCompiler> {
  const { NodeCompiler: Compiler } = await import('@myriaddreamin/typst-ts-node-compiler')
  return Compiler.create({ fontArgs: [{ fontBlobs: await openFonts() }] })
}

/** Makes a PDF/A-2b. Throws with Typst's own message where the layout is wrong: a bug of ours. */
export async function typeset({ layout, data, madeAt }: Document): Promise<Buffer> {
  compiler ??= openCompiler()
  const ready = await compiler
  try {
    return ready.pdf(
      { mainFileContent: layout, inputs: { data: JSON.stringify(data) } },
      { pdfStandard: 'a-2b', creationTimestamp: Math.floor(madeAt.getTime() / 1000) },
    )
  } catch (error) {
    // Typst's error has its message where others have a code.
    throw new Error(`The layout cannot be typeset: ${(error as { code: string }).code}`, { cause: error })
  } finally {
    // What was compiled is kept for the next time that the same text comes, which it does not.
    ready.evictCache(0)
  }
}
