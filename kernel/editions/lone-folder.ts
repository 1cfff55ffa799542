import { open, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { parseManifest, type EditionFile } from './manifest.ts'
import { DamagedEdition } from './opened.ts'
import { openEditionReader, type OpenEdition, type ReaderOptions } from './reader.ts'
import type { EditionStore } from './store.ts'

/** The folder of one edition as a store that has nothing else. */
function storeOf(folder: string, series: string, number: number): EditionStore {
  const fileOf = (path: string): string => join(folder, path)
  return {
    series: () => Promise.resolve([series]),
    latest: () => Promise.resolve(number),
    read: (_series, _number, path) => readFile(fileOf(path)).catch(() => undefined),
    open: (_series, _number, path) => open(fileOf(path), 'r').catch(() => undefined),
    async holds(_series, _number, files: readonly EditionFile[]) {
      const sizes = await Promise.all(
        files.map(({ path }) =>
          stat(fileOf(path)).then(
            (found) => found.size,
            () => -1,
          ),
        ),
      )
      return files.every(({ size }, i) => sizes[i] === size)
    },
    put: () => Promise.reject(new Error('nothing is published into a copied folder')),
    announce: () => Promise.reject(new Error('nothing is published into a copied folder')),
    watch: () => () => undefined,
  }
}

/**
 * Opens an edition that was copied alone, whatever its folder is called now. Throws `DamagedEdition` where it is none, is
 * not signed, or a file is missing or of another length; each file is held against its hash when it is read.
 */
export async function openLoneEdition(folder: string, options: Pick<ReaderOptions, 'keys'> = {}): Promise<OpenEdition> {
  const bytes = await readFile(join(folder, 'manifest.json')).catch(() => undefined)
  const manifest = bytes === undefined ? undefined : parseManifest(bytes)
  if (manifest === undefined) throw new DamagedEdition(`${folder} is not the folder of an edition.`)
  const { series, number } = manifest
  let problem: Error = new DamagedEdition(`${folder} is not the whole edition ${number} of ${series}.`)
  const reader = openEditionReader(storeOf(folder, series, number), {
    ...options,
    onProblem: (found) => (problem = found),
  })
  const edition = await reader.latest(series)
  // One folder brings no newer edition: nothing is looked for any more.
  reader.close()
  if (edition === undefined) throw problem
  return edition
}
