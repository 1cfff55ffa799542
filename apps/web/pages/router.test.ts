import { publicPage } from '@intikhab/kernel/screens'
import { expect, test } from 'vitest'
import { router } from './router.ts'

const page = (path: string) =>
  publicPage({ path, section: 'home', load: () => Promise.resolve(true), title: () => path, Screen: () => null })
const find = router(['/a/:x', '/a/fixed', '', '/a/:x/b/:y'].map(page))

test('paths find their page with what stands in the parameters', () => {
  expect(find('')?.page.path).toBe('')
  expect(find('/a/NA-21')).toMatchObject({ page: { path: '/a/:x' }, params: { x: 'NA-21' } })
  expect(find('/a/1/b/%D8%A7')).toMatchObject({ params: { x: '1', y: 'ا' } })
})

test('a fixed word wins over a parameter', () => {
  expect(find('/a/fixed')?.page.path).toBe('/a/fixed')
})

test('what matches nothing, or is no text at all, finds nothing', () => {
  for (const path of ['/b', '/a', '/a/1/b', '/a/%ff']) expect(find(path)).toBeUndefined()
})
