import { gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { openPageCache, type Dependencies } from './page-cache.ts'

function cacheOf(dependencies: (path: string) => Dependencies, status = 200) {
  let at = 0
  let made = 0
  const cache = openPageCache({
    clock: () => at,
    make: (language, path) => {
      made += 1
      return Promise.resolve({ status, html: `${language} ${path} ${made}`, dependencies: dependencies(path) })
    },
  })
  return { cache, made: () => made, pass: (milliseconds: number) => void (at += milliseconds) }
}

const results = new Map([['results-x', 'edition-1']])

test('a page is made once, and once for many who ask at the same time', async () => {
  const { cache, made } = cacheOf(() => results)
  const pages = await Promise.all(Array.from({ length: 20 }, () => cache.get('en', '/results')))
  expect(made()).toBe(1)
  expect(new Set(pages).size).toBe(1)
  expect(cache.find('en', '/results')).toBe(pages[0])
  expect(gunzipSync(pages[0]?.gzipped ?? Buffer.of()).toString()).toBe('en /results 1')
})

test('languages are pages of their own', async () => {
  const { cache } = cacheOf(() => results)
  await cache.get('en', '/results')
  expect(cache.find('ur', '/results')).toBeUndefined()
})

test('a newer edition puts the pages made of it out of date, and no others', async () => {
  const { cache } = cacheOf((path) => (path === '/rolls' ? new Map([['rolls-x', 'edition-1']]) : results))
  await cache.get('en', '/results')
  await cache.get('en', '/rolls')
  cache.moved('results-x', 'edition-1')
  expect(cache.find('en', '/results')).toBeDefined()
  cache.moved('results-x', 'edition-2')
  expect(cache.find('en', '/results')).toBeUndefined()
  expect(cache.find('en', '/rolls')).toBeDefined()
})

test('a page made of the old edition while the new one arrived is not kept for true', async () => {
  const { cache } = cacheOf(() => results)
  const making = cache.get('en', '/results')
  cache.moved('results-x', 'edition-2')
  await making
  expect(cache.find('en', '/results')).toBeUndefined()
})

test('a page is made again after a minute, and after two seconds where a series was empty', async () => {
  const { cache, pass } = cacheOf((path) => (path === '/empty' ? new Map([['results-x', undefined]]) : results))
  await cache.get('en', '/results')
  await cache.get('en', '/empty')
  pass(1_999)
  expect(cache.find('en', '/empty')).toBeDefined()
  pass(1)
  expect(cache.find('en', '/empty')).toBeUndefined()
  expect(cache.find('en', '/results')).toBeDefined()
  pass(58_000)
  expect(cache.find('en', '/results')).toBeUndefined()
})

test('pages that do not exist are not kept: nobody can fill the memory with them', async () => {
  const { cache, made } = cacheOf(() => results, 404)
  await cache.get('en', '/nothing')
  expect(cache.find('en', '/nothing')).toBeUndefined()
  await cache.get('en', '/nothing')
  expect(made()).toBe(2)
})

test('a making that fails leaves nothing behind and may be tried again', async () => {
  let fail = true
  const cache = openPageCache({
    clock: () => 0,
    make: () =>
      fail ? Promise.reject(new Error('torn')) : Promise.resolve({ status: 200, html: 'whole', dependencies: results }),
  })
  await expect(cache.get('en', '/')).rejects.toThrow('torn')
  fail = false
  expect((await cache.get('en', '/')).plain.toString()).toBe('whole')
})
