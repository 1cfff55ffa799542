import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { componentsOf, isCompatible, lockedPackages, makeBill } from './bill-of-materials.ts'

const root = resolve(import.meta.dirname, '../..')
const bill = await makeBill(root)
const components = componentsOf(bill)
const hashes = new Map(components.map(({ purl, sha512 }) => [purl, sha512]))

test('the bill names us and every package that the lockfile installs for use, by its hash', () => {
  expect(bill).toMatchObject({
    bomFormat: 'CycloneDX',
    metadata: { component: { name: 'intikhab', type: 'application' } },
  })
  const wanted = lockedPackages(root).filter(({ isTool, isOptional }) => !isTool && !isOptional)
  expect(wanted.length).toBeGreaterThan(200)
  for (const { purl, integrity } of wanted)
    expect([purl, hashes.get(purl)]).toEqual([
      purl,
      Buffer.from(integrity.replace('sha512-', ''), 'base64').toString('hex'),
    ])
})

test('tools are not in the bill, and nothing in it depends on what is not', () => {
  for (const tool of ['vitest', 'typescript', 'oxlint', 'axe-core'])
    expect(components.some(({ name }) => name === tool)).toBe(false)
  const refs = new Set(bill.components.map((each) => each['bom-ref']))
  expect(bill.dependencies.flatMap(({ dependsOn }) => dependsOn).filter((ref) => !refs.has(ref))).toEqual([])
})

test('every package that runs is under a licence compatible with ours', () => {
  const refused = components.filter(({ licences }) => licences.length === 0 || !licences.every(isCompatible))
  expect(refused.map(({ purl, licences }) => `${purl}: ${licences.join(' and ') || 'no licence'}`)).toEqual([])
})

test('a licence that asks more than ours is found, also inside an expression', () => {
  for (const bad of ['GPL-3.0-only', 'AGPL-3.0', '(MIT AND GPL-2.0)', 'SEE LICENSE IN x', 'UNLICENSED', 'SSPL-1.0'])
    expect([bad, isCompatible(bad)]).toEqual([bad, false])
  for (const good of ['MIT', '(MIT OR GPL-3.0)', '(MIT AND Zlib)'])
    expect([good, isCompatible(good)]).toEqual([good, true])
})
