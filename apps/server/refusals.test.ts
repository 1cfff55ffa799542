import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { catalogueProblems } from '@intikhab/kernel/language'
import { fileProblemLists, refusalLists } from './refusal-lists.ts'
import { refusalsDocument } from './refusals-document.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))
const sources = globSync('{kernel,election,citizen,office,apps}/**/*.ts', {
  cwd: root,
  exclude: (path) => path.includes('node_modules') || path.includes('dist') || path.endsWith('.test.ts'),
})

/** The systems whose sources make a list by calling `maker('system', …`. */
function systemsThatCall(maker: string): string[] {
  const call = new RegExp(`= ${maker}\\('([a-z-]+)',`)
  return sources.flatMap((path) => call.exec(readFileSync(`${root}${path}`, 'utf8'))?.[1] ?? []).toSorted()
}

describe('the lists of all rooms', () => {
  test.each([
    ['refusals', refusalLists],
    ['problemKinds', fileProblemLists],
  ] as const)('hold every list that a source makes with %s', (maker, lists) => {
    const found = new Set(systemsThatCall(maker))
    expect(found.size).toBeGreaterThan(0)
    expect(new Set(lists.map(({ system }) => system))).toEqual(found)
  })

  test.each([
    ['refusals', refusalLists],
    ['problems of files', fileProblemLists],
  ] as const)('name each code of the %s once, under its own system', (_, lists) => {
    const codes = lists.flatMap(({ kinds }) => kinds.map(({ code }) => code))
    expect(codes.filter((code, index) => codes.indexOf(code) !== index)).toEqual([])
    for (const { system, kinds } of lists)
      for (const { code } of kinds) expect(code).toMatch(new RegExp(`^${system}\\.[a-z0-9]+(-[a-z0-9]+)*$`))
  })

  test('say a whole sentence in both languages, with the same placeholders', () => {
    const refusals = refusalLists.flatMap(({ kinds }) => kinds.map(({ code, en, ur }) => [code, { en, ur }] as const))
    const files = fileProblemLists.flatMap(({ kinds }) =>
      kinds.map(({ code, text }) => [`${code} (file)`, text] as const),
    )
    const texts = Object.fromEntries([...refusals, ...files])
    expect(catalogueProblems(texts)).toEqual([])
    const unfinished = refusals.filter(([, { en, ur }]) => !/[.)]$/.test(en) || !/[۔)]$/.test(ur))
    expect(unfinished.map(([code]) => code)).toEqual([])
  })
})

test('docs/refusals.md says what the code says (npm run refusals writes it anew)', () => {
  const written = readFileSync(`${root}docs/refusals.md`, 'utf8')
  expect(written).toBe(refusalsDocument(refusalLists, fileProblemLists))
})
