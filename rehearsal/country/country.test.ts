import { expect, test } from 'vitest'
import { blockMap, countStation, generateCountry, seatMap, votersOf, votersOfBlock, type Country } from './index.ts'
import { doubleArea, outline } from './outline.ts'
import { connectedParts } from './partition.ts'

const country = generateCountry({ seed: 'tests', voters: 24_000 })
const voters = [...votersOf(country)]
const places = country.blocks.map((block) => ({ centre: block.centre, weight: 1, neighbours: block.neighbours }))
const sum = (numbers: Iterable<number>) => [...numbers].reduce((a, b) => a + b, 0)

test('the same seed gives the same country, voters and counts; another seed gives another', () => {
  const again = generateCountry({ seed: 'tests', voters: 24_000 })
  expect(again).toEqual(country)
  expect([...votersOfBlock(again, 5)]).toEqual([...votersOfBlock(country, 5)])
  const station = country.stations[3]!
  expect(countStation(again, station)).toEqual(countStation(country, station))
  expect(generateCountry({ seed: 'other', voters: 24_000 }).blocks).not.toEqual(country.blocks)
})

test('a block made by itself is the same as in the whole', () => {
  const third = country.blocks[2]!
  expect([...votersOfBlock(country, 2)]).toEqual(voters.filter((voter) => voter.blockCode === third.code))
})

test('the demonstration country has three seats, about 830 blocks and 900 stations, none above 1,200 voters', () => {
  const whole = generateCountry()
  expect(whole.seats.map((seat) => seat.code)).toEqual(['NA-46', 'NA-47', 'NA-48'])
  expect(whole.blocks).toHaveLength(830)
  expect(whole.stations.length).toBeGreaterThan(850)
  expect(whole.stations.length).toBeLessThan(1000)
  expect(Math.max(...whole.stations.map((station) => station.voters.male + station.voters.female))).toBeLessThanOrEqual(
    1200,
  )
  expect(sum(whole.contests.map((contest) => contest.candidates.length))).toBe(60)
  const sizes = whole.seats.map((seat) => seat.voters.male + seat.voters.female)
  expect(sum(sizes)).toBe(1_000_000)
  // Far inside the 10 % that s.20 allows between seats.
  expect(Math.max(...sizes) / Math.min(...sizes)).toBeLessThan(1.01)
})

test('every seat, charge and circle hangs together, whatever the seed', () => {
  for (const seed of ['one', 'two', 'three', 'four']) {
    const { blocks, seats, circles, charges } = generateCountry({ seed, voters: 200_000 })
    const map = blocks.map((block) => ({ centre: block.centre, weight: 1, neighbours: block.neighbours }))
    const groups = [
      ...seats,
      ...circles,
      ...charges.map((c) => ({ blocks: c.circles.flatMap((i) => circles[i]!.blocks) })),
    ]
    for (const group of groups) expect(connectedParts(new Set(group.blocks), map)).toHaveLength(1)
  }
})

test('cells fill the outline: areas add up, and every shared edge is shared exactly', () => {
  const area = sum(country.blocks.map((block) => doubleArea(block.ring)))
  expect(area / doubleArea(outline)).toBeCloseTo(1, 5)
  for (const block of country.blocks) expect(doubleArea(block.ring)).toBeGreaterThan(0)
  for (const [index, place] of places.entries())
    for (const next of place.neighbours) expect(places[next]!.neighbours).toContain(index)
  const [first] = seatMap(country).features
  expect(first?.geometry.coordinates).toHaveLength(1)
  expect(blockMap(country).features).toHaveLength(country.blocks.length)
})

test('block codes are nine digits, unique, and begin with the codes of their circle and charge', () => {
  expect(new Set(country.blocks.map((block) => block.code)).size).toBe(country.blocks.length)
  for (const block of country.blocks) {
    expect(block.code).toMatch(/^9\d{8}$/)
    expect(block.code.slice(0, 7)).toBe(country.circles[block.circle]?.code)
    expect(block.code.slice(0, 5)).toBe(country.charges[block.charge]?.code)
  }
})

test('no CNIC comes twice, none could be real, and the last digit tells the gender', () => {
  expect(new Set(voters.map((voter) => voter.cnic)).size).toBe(24_000)
  for (const voter of voters) {
    expect(voter.cnic).toMatch(/^99\d{11}$/)
    expect(Number(voter.cnic.at(-1)) % 2).toBe(voter.gender === 'male' ? 1 : 0)
  }
})

test('voters close to the plan of their block, and serials run from 1 without a gap in each list', () => {
  const lists = new Map<string, number>()
  for (const { blockCode, gender, serial } of voters) {
    const key = `${blockCode} ${gender}`
    expect(serial).toBe((lists.get(key) ?? 0) + 1)
    lists.set(key, serial)
  }
  for (const block of country.blocks)
    for (const gender of ['male', 'female'] as const)
      expect(lists.get(`${block.code} ${gender}`) ?? 0).toBe(block.voters[gender])
})

test('everybody is 18 on the qualifying date, and ages follow the bands of the 2017 roll', () => {
  const bands = [0, 0, 0, 0, 0, 0]
  for (const { dateOfBirth } of voters) {
    expect(dateOfBirth <= '2008-01-01').toBe(true)
    const age = 2025 - Number(dateOfBirth.slice(0, 4))
    bands[age < 26 ? 0 : age < 36 ? 1 : age < 46 ? 2 : age < 56 ? 3 : age < 66 ? 4 : 5]!++
  }
  const expected = [15.1, 28.5, 21.1, 15.3, 10.1, 9.8]
  for (const [i, share] of expected.entries()) expect(Math.abs((100 * bands[i]!) / 24_000 - share)).toBeLessThan(1)
})

test('every voter has exactly one station, and station totals close', () => {
  const seats = new Map<string, string>()
  for (const station of country.stations)
    for (const { blockCode, gender, fromSerial, toSerial } of station.parts) {
      expect(fromSerial).toBeLessThanOrEqual(toSerial)
      for (let serial = fromSerial; serial <= toSerial; serial++) {
        const key = `${blockCode} ${gender} ${serial}`
        expect(seats.has(key)).toBe(false)
        seats.set(key, station.seat)
      }
    }
  expect(seats.size).toBe(24_000)
  for (const { blockCode, gender, serial } of voters) expect(seats.has(`${blockCode} ${gender} ${serial}`)).toBe(true)
  expect(sum(country.stations.map(({ voters: { male, female } }) => male + female))).toBe(24_000)
})

test('every count closes: votes and rejected make up the polled, and nobody polls who is not registered', () => {
  for (const station of country.stations) {
    const count = countStation(country, station)
    expect(sum(count.votes) + count.rejected).toBe(count.polled.male + count.polled.female)
    expect(count.polled.male).toBeLessThanOrEqual(station.voters.male)
    expect(count.polled.female).toBeLessThanOrEqual(station.voters.female)
    expect(count.votes.every((votes) => Number.isInteger(votes) && votes >= 0)).toBe(true)
  }
})

test('candidates of a seat differ in name and symbol', () => {
  for (const { candidates } of country.contests) {
    expect(new Set(candidates.map((candidate) => candidate.name.en)).size).toBe(candidates.length)
    expect(new Set(candidates.map((candidate) => candidate.symbol.en)).size).toBe(candidates.length)
  }
})

test('a large country still has codes and CNICs for everybody', () => {
  const large: Country = generateCountry({ seed: 'large', voters: 4_000_000, seats: 9 })
  expect(new Set(large.blocks.map((block) => block.code)).size).toBe(large.blocks.length)
  expect(large.blocks.every((block) => /^9\d{8}$/.test(block.code))).toBe(true)
})
