import { seeded, type Random } from '@intikhab/rehearsal/country'
import { fillNameDictionary, searchRegister, type EnrolledVoter, type SearchQuestion } from '@intikhab/rolls'
import type { House } from '@intikhab/server'
import { timed } from '../timed.ts'
import type { RollsStep } from './steps.ts'

const searches = 600
/** What was promised of a search by name and place in the national register, in milliseconds. */
const promisedP95 = 300

interface Person {
  readonly voter: EnrolledVoter
  readonly district: string
}

/** People of blocks all over the country. */
async function draw(house: House, random: Random): Promise<readonly Person[]> {
  const areas = await house.rolls.store.areas()
  const drawn = Array.from({ length: searches }, () => random.pick(areas))
  const parts = drawn.map(({ block }, n) => {
    const fromSerial = 1 + random.below(40)
    return { block, gender: n % 2 === 0 ? ('male' as const) : ('female' as const), fromSerial, toSerial: fromSerial }
  })
  const districtOf = new Map(drawn.map(({ block, district }) => [block, district]))
  const voters = await house.rolls.store.votersOf(parts)
  if (voters.length === 0) throw new Error('nobody was drawn from the register')
  return voters.map((voter) => ({ voter, district: districtOf.get(voter.entry.block) ?? '' }))
}

type Way = 'as written' | 'in the other script' | 'with a slip' | 'with the father' | 'in a circle'
const ways: readonly Way[] = ['as written', 'in the other script', 'with a slip', 'with the father', 'in a circle']

/** People of the register are searched for one after the other, in their district, as officers type. */
export const searchByName: RollsStep = {
  name: 'staff search by name and place',
  async run({ house, voters, seed, onProgress }) {
    const { value: names, seconds: learning } = await timed(() => fillNameDictionary(house.database))
    const random = seeded(`${seed}/search`)
    const people = await draw(house, random)
    const times: number[] = []
    const found = new Map<Way, [found: number, of: number]>(ways.map((way) => [way, [0, 0]]))
    for (let n = 0; n < searches; n++) {
      const person = random.pick(people)
      const way = ways[n % ways.length] ?? 'as written'
      const from = performance.now()
      const answer = await searchRegister(house.database, person.district, questionOf(person, way))
      times.push(performance.now() - from)
      const counted = found.get(way) ?? [0, 0]
      counted[1]++
      // Of a name that hundreds of the district bear only the first are shown: whoever bears it was found.
      if (answer.some(({ voter }) => voter.cnic === person.voter.cnic || voter.nameUr === person.voter.nameUr))
        counted[0]++
      if (n % 20 === 0) onProgress('searches', n, searches)
    }
    times.sort((a, b) => a - b)
    const at = (share: number) => times[Math.min(times.length - 1, Math.floor(share * times.length))] ?? 0
    return {
      measures: [
        { of: 'p50', value: at(0.5), unit: 'ms' },
        { of: 'p95', value: at(0.95), unit: 'ms', atMost: promisedP95 },
        { of: 'at most', value: at(1), unit: 'ms' },
        ...[...found].map(([of, [hit, all]]) => ({ of, value: (100 * hit) / Math.max(1, all), unit: '%' as const })),
        { of: 'names learnt in', value: learning, unit: 's' as const },
      ],
      sizes: `${searches} searches one after the other in a register of ${voters.toLocaleString('en')} voters with ${names.toLocaleString('en')} different names; the shares are searches whose answer shows the name that was meant`,
    }
  },
}

function questionOf({ voter }: Person, way: Way): SearchQuestion {
  const { nameUr, nameEn, relationNameUr: relationName, entry } = voter
  const base = { by: 'name', name: nameUr } as const
  if (way === 'in the other script') return { ...base, name: nameEn === '' ? nameUr : nameEn }
  if (way === 'with a slip') return { ...base, name: `${nameUr.slice(0, -2)}${nameUr.slice(-1)}` }
  if (way === 'with the father') return { ...base, relationName }
  if (way === 'in a circle') return { ...base, blockPrefix: entry.block.slice(0, 7) }
  return base
}
