import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { PrintWorks } from './list-pages.ts'

const isMissing = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'ENOENT'

/** Reads photographs from a folder in which each is called by its SHA-256 in hexadecimal. Null has none. */
export function photographsIn(folder: string | null): PrintWorks {
  if (folder === null) return {}
  return {
    readPhotograph: async (sha256) => {
      if (!/^[0-9a-f]{64}$/.test(sha256)) throw new RangeError(`${sha256} is no SHA-256`)
      try {
        return await readFile(join(folder, sha256))
      } catch (error) {
        if (isMissing(error)) return undefined
        throw error
      }
    },
  }
}
