import { expect, test } from 'vitest'
import { secondCardOf } from './dirt/dirt.ts'
import { generateCountry, newcomer, registryPerson, votersOf, votersOfBlock } from './index.ts'

const country = generateCountry({ seed: 'newcomers', voters: 6000 })
const some = Array.from({ length: 200 }, (_, n) => newcomer(country, n, n % country.blocks.length))

test('newcomers are the same from the seed, each with a CNIC that nobody of the country has', () => {
  expect(newcomer(country, 7, 7)).toEqual(some[7])
  const taken = new Set(Array.from(votersOf(country), ({ cnic }) => cnic))
  const cnics = new Set(some.map(({ cnic }) => cnic))
  expect(cnics.size).toBe(some.length)
  expect([...cnics].filter((cnic) => taken.has(cnic) || !/^97\d{11}$/.test(cnic))).toEqual([])
  const isOdd = (cnic: string) => Number(cnic.at(-1)) % 2 === 1
  expect(some.filter(({ cnic, gender }) => isOdd(cnic) !== (gender === 'male'))).toEqual([])
})

test('newcomers live in their block and are 18 on the qualifying date', () => {
  const latest = `${Number(country.qualifyingDate.slice(0, 4)) - 18}${country.qualifyingDate.slice(4)}`
  expect(some.filter(({ dateOfBirth }) => dateOfBirth > latest)).toEqual([])
  for (const [n, { permanent }] of some.entries())
    expect(permanent.block).toBe(country.blocks[n % country.blocks.length]?.code)
})

test('a second card is of the same gender, under a number of its own', () => {
  for (const [n, voter] of [...votersOfBlock(country, 3)].slice(0, 50).entries()) {
    const second = secondCardOf(country, voter, 3, n)
    expect(second.gender).toBe(registryPerson(voter).gender)
    expect(second.cnic).toMatch(/^98[1-9]\d{10}$/)
    expect(secondCardOf(country, voter, 3, n)).toEqual(second)
  }
})
