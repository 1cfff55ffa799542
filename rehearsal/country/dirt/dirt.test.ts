import { expect, test } from 'vitest'
import { generateCountry } from '../country.ts'
import { dirtyCountry, usualDirt } from './dirt.ts'

const country = generateCountry({ seed: 'dirt', voters: 60_000, seats: 3 })
const shares = { ...usualDirt, strayAddresses: 0.002, wrongDigit: 0.002, crowdedHouses: 0.3, oneAgeHouses: 0.5 }

test('the same seed gives the same roll and the same truth', () => {
  const [one, two] = [dirtyCountry(country, shares), dirtyCountry(country, shares)]
  expect(two.truth).toEqual(one.truth)
  const some = [...one.voters()].slice(20_000, 22_000)
  expect([...two.voters()].slice(20_000, 22_000)).toEqual(some)
})

test('the roll stays one: each CNIC once, each line of a list once, and every fault concerns who is on it', () => {
  const { truth, voters } = dirtyCountry(country, shares)
  const [cnics, lines] = [new Set<string>(), new Set<string>()]
  let all = 0
  for (const { cnic, gender, entry } of voters()) {
    all++
    cnics.add(cnic)
    lines.add(`${entry.block}/${gender}/${entry.serial}`)
  }
  expect([cnics.size, lines.size]).toEqual([all, all])
  expect(truth.flatMap((fault) => fault.cnics).filter((cnic) => !cnics.has(cnic))).toEqual([])
  const kinds = new Set(truth.map(({ kind }) => kind))
  expect([...kinds].sort()).toEqual(['address', 'crowded-house', 'dead', 'gender', 'one-age', 'two-cards'])
})

test('at severity 0 a second card says what the first says', () => {
  const { truth, voters } = dirtyCountry(country, { ...shares, severity: 0 })
  const known = new Map([...voters()].map((voter) => [voter.cnic as string, voter]))
  const told = (cnic = '') => {
    const voter = known.get(cnic)
    return [voter?.nameUr, voter?.relationNameUr, voter?.dateOfBirth, voter?.gender]
  }
  for (const { cnics } of truth.filter(({ kind }) => kind === 'two-cards'))
    expect(told(cnics[1])).toEqual(told(cnics[0]))
})
