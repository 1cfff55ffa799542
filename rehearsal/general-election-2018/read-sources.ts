import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { readScheme, type SchemeRow } from './scheme-source.ts'
import { readSource, type Source } from './source.ts'

/** The files of the shared data folder that the rehearsal reads; looked up, never copied. */
export const sourceFiles = {
  candidates: 'results-2018/pk_candidate_data_2018.csv',
  scheme: 'polling-scheme-2018/ge2018_gis_polling_scheme.csv.gz',
} as const

/** Reads the results feed and the polling scheme of 2018 from a data folder. */
export function readSources(folder: string): { source: Source; scheme: ReadonlyMap<string, readonly SchemeRow[]> } {
  const scheme = gunzipSync(readFileSync(resolve(folder, sourceFiles.scheme))).toString('utf8')
  return {
    source: readSource(readFileSync(resolve(folder, sourceFiles.candidates), 'utf8')),
    scheme: readScheme(scheme),
  }
}
