import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import wawoff2 from 'wawoff2'

const require = createRequire(import.meta.url)

/** Source Sans 3 for Latin, Noto Nastaliq Urdu for Urdu; as the web has them, cut into parts by script. */
const parts = [
  require.resolve('@fontsource/source-sans-3/files/source-sans-3-latin-400-normal.woff2'),
  require.resolve('@fontsource/source-sans-3/files/source-sans-3-latin-700-normal.woff2'),
  require.resolve('@fontsource/source-sans-3/files/source-sans-3-latin-400-italic.woff2'),
  require.resolve('@fontsource/source-sans-3/files/source-sans-3-latin-ext-400-normal.woff2'),
  require.resolve('@fontsource/noto-nastaliq-urdu/files/noto-nastaliq-urdu-arabic-400-normal.woff2'),
  require.resolve('@fontsource/noto-nastaliq-urdu/files/noto-nastaliq-urdu-arabic-700-normal.woff2'),
]

/** The typefaces as Typst wants them: TrueType, unpacked from the web's format. */
export async function openFonts(): Promise<Buffer[]> {
  return Promise.all(parts.map(async (part) => Buffer.from(await wawoff2.decompress(await readFile(part)))))
}
