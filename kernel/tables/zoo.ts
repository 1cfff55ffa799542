import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { ProblemReport } from './problems.ts'
import { fileSource, streamSource, type TableSource } from './source.ts'

/** One malformed file of an importer's zoo and the first problem it must be refused with. */
export interface ZooCase {
  readonly name: string
  readonly expected: { readonly code: string; readonly line?: number; readonly field?: string }
  source(): TableSource
}

/**
 * The malformed files of a folder, with what `expected.json` beside them says: `{ "negative.csv": { "code":
 * "tables.negative", "line": 3, "field": "households" } }`. Throws when a file and its expectation do not pair up.
 */
export function zooCases(folder: string): ZooCase[] {
  const expected = JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8')) as Record<
    string,
    ZooCase['expected']
  >
  const files = readdirSync(folder).filter((name) => name !== 'expected.json')
  const unpaired = [
    ...files.filter((name) => !(name in expected)),
    ...Object.keys(expected).filter((name) => !files.includes(name)),
  ]
  if (unpaired.length > 0) throw new Error(`${folder}: without its pair: ${unpaired.join(', ')}`)
  return files.map((name) => ({
    name,
    expected: expected[name] ?? { code: '' },
    source: () => fileSource(join(folder, name)),
  }))
}

/** The part of a refusal that a zoo case fixes, for `expect(firstProblem(report)).toMatchObject(case.expected)`. */
export function firstProblem(report: ProblemReport): ProblemReport['problems'][number] | undefined {
  return report.problems[0]
}

/**
 * A file whose second line never ends: `heading`, then `bytes` of the letter a (a gigabyte by default), made as it is
 * read. `taken()` tells how much of it was read before the reader gave up.
 */
export function endlessLine(heading: string, bytes = 1024 ** 3): { source: TableSource; taken: () => number } {
  let taken = 0
  async function* made(): AsyncGenerator<Uint8Array> {
    yield Buffer.from(`${heading}\n`)
    const chunk = Buffer.alloc(256 * 1024, 'a')
    while (taken < bytes) {
      taken += chunk.length
      yield chunk
    }
  }
  return { source: streamSource('endless-line.csv', made()), taken: () => taken }
}
