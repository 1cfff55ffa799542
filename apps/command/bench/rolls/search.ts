import { fillNameDictionary, searchRegister, type SearchQuestion } from '@intikhab/rolls'
import { seeded } from '@intikhab/rehearsal/country'
import type { RollsStep } from './steps.ts'

const searches = 600
/** People among whom those are drawn who are searched for. */
const sample = 60_000
/** What was promised of a search by name and place in the national register, in milliseconds. */
const promisedP95 = 300

interface Sampled {
  readonly cnic: number
  readonly name_ur: string
  readonly name_en: string
  readonly relation_name_ur: string
  readonly district: string
  readonly block: number
}

type Way = 'as written' | 'in the other script' | 'with a slip' | 'with the father' | 'in a circle'
const ways: readonly Way[] = ['as written', 'in the other script', 'with a slip', 'with the father', 'in a circle']

/** People of the register are searched for one after the other, in their district, as officers type. */
export const searchByName: RollsStep = {
  name: 'staff search by name and place',
  async run({ house, voters, seed, onProgress }) {
    const began = performance.now()
    const names = await fillNameDictionary(house.database)
    const learning = (performance.now() - began) / 1000
    const random = seeded(`${seed}/search`)
    const share = Math.min(100, (100 * sample) / voters)
    const { rows } = await house.database.pool.query<Sampled>(
      `select v.cnic, v.name_ur, v.name_en, v.relation_name_ur, a.district, v.block
         from rolls.voter v tablesample system (${share}) repeatable (7) join rolls.electoral_area a using (block)`,
    )
    if (rows.length === 0) throw new Error('the register gave no sample')
    const times: number[] = []
    const found = new Map<Way, [found: number, of: number]>(ways.map((way) => [way, [0, 0]]))
    for (let n = 0; n < searches; n++) {
      const person = random.pick(rows)
      const way = ways[n % ways.length] ?? 'as written'
      const from = performance.now()
      const answer = await searchRegister(house.database, person.district, questionOf(person, way))
      times.push(performance.now() - from)
      const counted = found.get(way) ?? [0, 0]
      counted[1]++
      // Of a name that hundreds of the district bear only the first are shown: whoever bears it was found.
      if (answer.some(({ voter }) => Number(voter.cnic) === person.cnic || voter.nameUr === person.name_ur))
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

function questionOf(person: Sampled, way: Way): SearchQuestion {
  const { name_ur: ur, name_en: en, relation_name_ur: relationName, block } = person
  const base = { by: 'name', name: ur } as const
  if (way === 'in the other script') return { ...base, name: en === '' ? ur : en }
  if (way === 'with a slip') return { ...base, name: `${ur.slice(0, -2)}${ur.slice(-1)}` }
  if (way === 'with the father') return { ...base, relationName }
  if (way === 'in a circle') return { ...base, blockPrefix: String(block).padStart(9, '0').slice(0, 7) }
  return base
}
