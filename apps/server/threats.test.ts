import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const root = fileURLToPath(new URL('../../', import.meta.url))
const page = readFileSync(`${root}docs/threats.md`, 'utf8')

/** The last requirement of levels 1 and 2 in each section of ASVS 5.0.0; those of level 3 always come after them. */
const sections: Readonly<Record<string, { readonly last: number; readonly levelThree?: readonly number[] }>> = {
  '1.1': { last: 2 },
  '1.2': { last: 9 },
  '1.3': { last: 11 },
  '1.4': { last: 3 },
  '1.5': { last: 2 },
  '2.1': { last: 3 },
  '2.2': { last: 3 },
  '2.3': { last: 4 },
  '2.4': { last: 1 },
  '3.2': { last: 2 },
  '3.3': { last: 4 },
  '3.4': { last: 6 },
  '3.5': { last: 5 },
  '3.7': { last: 2 },
  '4.1': { last: 3 },
  '4.2': { last: 1 },
  '4.3': { last: 2 },
  '4.4': { last: 4 },
  '5.1': { last: 1 },
  '5.2': { last: 3 },
  '5.3': { last: 2 },
  '5.4': { last: 3 },
  '6.1': { last: 3 },
  '6.2': { last: 12 },
  '6.3': { last: 4 },
  '6.4': { last: 4 },
  '6.5': { last: 5 },
  '6.6': { last: 3 },
  '6.8': { last: 4 },
  '7.1': { last: 3 },
  '7.2': { last: 4 },
  '7.3': { last: 2 },
  '7.4': { last: 5 },
  '7.5': { last: 2 },
  '7.6': { last: 2 },
  '8.1': { last: 2 },
  '8.2': { last: 3 },
  '8.3': { last: 1 },
  '8.4': { last: 1 },
  '9.1': { last: 3 },
  '9.2': { last: 4 },
  '10.1': { last: 2 },
  '10.2': { last: 2 },
  '10.3': { last: 4 },
  '10.4': { last: 11 },
  '10.5': { last: 5 },
  '10.6': { last: 2 },
  '10.7': { last: 3 },
  '11.1': { last: 2 },
  '11.2': { last: 3 },
  '11.3': { last: 3 },
  '11.4': { last: 4 },
  '11.5': { last: 1 },
  '11.6': { last: 1 },
  '12.1': { last: 3 },
  '12.2': { last: 2 },
  '12.3': { last: 4 },
  '13.1': { last: 1 },
  '13.2': { last: 5 },
  '13.3': { last: 2 },
  '13.4': { last: 5 },
  '14.1': { last: 2 },
  '14.2': { last: 4 },
  '14.3': { last: 3 },
  '15.1': { last: 3 },
  '15.2': { last: 3 },
  '15.3': { last: 7 },
  '16.1': { last: 1 },
  '16.2': { last: 5 },
  '16.3': { last: 4 },
  '16.4': { last: 3 },
  '16.5': { last: 3 },
  '17.1': { last: 1 },
  '17.2': { last: 4 },
  '17.3': { last: 2 },
}

/** The requirements that the first column of the table names: single ones, and runs as `V1.2.6–V1.2.8`. */
function named(text: string): Set<string> {
  const found = new Set<string>()
  for (const [, cell = ''] of text.matchAll(/^\| (V\d[^|]*) \|/gm))
    for (const part of cell.split(', ')) {
      const [, from = '', to = from] = /^V(\d+\.\d+\.\d+)(?:–V(\d+\.\d+\.\d+))?/.exec(part) ?? []
      const section = from.slice(0, from.lastIndexOf('.'))
      const number = (id: string) => Number(id.slice(id.lastIndexOf('.') + 1))
      for (let n = number(from); n <= number(to); n++) found.add(`${section}.${n}`)
    }
  return found
}

test('every requirement of levels 1 and 2 has its row', () => {
  const wanted = Object.entries(sections).flatMap(([section, { last }]) =>
    Array.from({ length: last }, (_, i) => `${section}.${i + 1}`),
  )
  const rows = named(page)
  expect(wanted.filter((id) => !rows.has(id))).toEqual([])
  expect(wanted).toHaveLength(253)
})

test('every row names a test or a page, and each of them exists', () => {
  const rows = page.split('\n').filter((line) => /^\| (?:V\d|[A-Z])/.test(line) && !line.startsWith('| threat'))
  expect(rows.length).toBeGreaterThan(150)
  const last = rows.map((row) => row.split(' | ').at(-1) ?? '')
  expect(rows.filter((_, i) => !/`[^`]+\.(?:test\.ts|md|json)`/.test(last[i] ?? ''))).toEqual([])
  const paths = last.flatMap((cell) => [...cell.matchAll(/`([^`]+)`/g)].map(([, path = '']) => path))
  expect([...new Set(paths)].filter((path) => !existsSync(`${root}${path}`))).toEqual([])
})
