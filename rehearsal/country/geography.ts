import type { Bilingual } from './names.ts'
import { centroid, type Point } from './outline.ts'
import { partition, type Place } from './partition.ts'
import { placeNames } from './place-names.ts'
import type { Random } from './random.ts'
import { tessellate, urbanity } from './tessellation.ts'

/** Males and females; a plan, a count or a capacity. */
export interface ByGender {
  readonly male: number
  readonly female: number
}

/** A census block of the generated country: the smallest electoral area. */
export interface CountryBlock {
  /** Nine digits: census district (3), charge (2), circle (2), block (2). */
  readonly code: string
  /** Indices into the country's lists. */
  readonly circle: number
  readonly charge: number
  readonly seat: number
  readonly urban: boolean
  readonly ring: readonly Point[]
  readonly centre: Point
  readonly neighbours: readonly number[]
  readonly voters: ByGender
  /** Everybody who lives there, children too, as a census would print it. */
  readonly population: number
  readonly households: number
}

/** A census circle: connected blocks; its name is the name of the electoral area. */
export interface CountryCircle {
  readonly code: string
  readonly name: Bilingual
  readonly charge: number
  readonly seat: number
  readonly urban: boolean
  /** Indices of its blocks, in the order of their codes. */
  readonly blocks: readonly number[]
}

export interface CountryCharge {
  readonly code: string
  readonly name: Bilingual
  readonly seat: number
  readonly circles: readonly number[]
}

/** A seat of the National Assembly: connected blocks, whole circles. */
export interface CountrySeat {
  readonly code: string
  readonly name: Bilingual
  readonly circles: readonly number[]
  readonly blocks: readonly number[]
  readonly voters: ByGender
  readonly population: number
}

export interface Geography {
  readonly blocks: readonly CountryBlock[]
  readonly circles: readonly CountryCircle[]
  readonly charges: readonly CountryCharge[]
  readonly seats: readonly CountrySeat[]
}

/** Census districts of the real census go up to 522; this and the ones above it are free. */
const firstDistrict = 901
const chargesPerDistrict = 90
const blocksPerCircle = 8
const circlesPerCharge = 7
/** Of 100 inhabitants about 51 are registered voters (2018: 106.0 million of 207.8 million). */
const votersPerHundred = 51

function shareOut(total: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((a, b) => a + b, 0)
  let given = 0
  let seen = 0
  return weights.map((weight) => {
    seen += weight
    const upTo = Math.round((total * seen) / sum)
    const part = upTo - given
    given = upTo
    return part
  })
}

const two = (n: number) => String(n).padStart(2, '0')

/** Lays out `blockCount` blocks with `voters` voters in all and groups them: seats, charges, circles, each connected. */
export function layOut(
  options: { voters: number; blocks: number; seats: number; firstSeat: number },
  random: Random,
): Geography {
  const cells = tessellate(options.blocks, random.fork('cells'))
  const sizes = random.fork('sizes')
  const voters = shareOut(
    options.voters,
    cells.map(() => Math.exp(0.3 * sizes.normal())),
  )
  const weighed: Place[] = cells.map((cell, i) => ({
    centre: centroid(cell.ring),
    weight: voters[i] ?? 0,
    neighbours: cell.neighbours,
  }))
  const counted = weighed.map((place) => ({ ...place, weight: 1 }))
  const all = weighed.map((_, i) => i)

  const blocks: (Omit<CountryBlock, 'neighbours'> & { neighbours: readonly number[] })[] = []
  const circles: CountryCircle[] = []
  const charges: CountryCharge[] = []
  const seats: CountrySeat[] = []
  const named = placeNames(random.fork('places'))
  const blockOfCell = new Map<number, number>()

  for (const [seat, seatCells] of partition(all, options.seats, weighed).entries()) {
    const firstBlock = blocks.length
    const firstCircle = circles.length
    const chargeCount = Math.max(1, Math.round(seatCells.length / (blocksPerCircle * circlesPerCharge)))
    for (const chargeCells of partition(seatCells, chargeCount, counted)) {
      const charge = charges.length
      const chargeCode = `${firstDistrict + Math.floor(charge / chargesPerDistrict)}${two((charge % chargesPerDistrict) + 1)}`
      const circlesHere: number[] = []
      const circleCount = Math.max(1, Math.round(chargeCells.length / blocksPerCircle))
      for (const circleCells of partition(chargeCells, circleCount, counted)) {
        const circle = circles.length
        const code = `${chargeCode}${two(circlesHere.length + 1)}`
        const nearCity = circleCells.reduce((sum, cell) => sum + urbanity((weighed[cell] as Place).centre), 0)
        const urban = nearCity / circleCells.length > 0.3
        const blocksHere = circleCells.map((cell, i) => {
          blockOfCell.set(cell, blocks.length)
          const total = voters[cell] ?? 0
          // 53 to 47 over the country: more men registered in the countryside, nearly even in the city.
          const share = (urban ? 0.524 : 0.538) + 0.012 * sizes.normal()
          const male = Math.min(total, Math.max(0, Math.round(total * share)))
          const population = Math.round((total * 100) / (votersPerHundred + (urban ? 3 : -3) + 2 * sizes.normal()))
          blocks.push({
            code: `${code}${two(i + 1)}`,
            circle,
            charge,
            seat,
            urban,
            ring: cells[cell]?.ring ?? [],
            centre: (weighed[cell] as Place).centre,
            neighbours: cells[cell]?.neighbours ?? [],
            voters: { male, female: total - male },
            population,
            households: Math.round(population / (urban ? 5.9 : 6.6)),
          })
          return blocks.length - 1
        })
        circles.push({ code, name: named(urban), charge, seat, urban, blocks: blocksHere })
        circlesHere.push(circle)
      }
      const name = circles[circlesHere[0] ?? 0]?.name ?? { en: '', ur: '' }
      charges.push({ code: chargeCode, name, seat, circles: circlesHere })
    }
    const own = blocks.slice(firstBlock)
    seats.push({
      code: `NA-${options.firstSeat + seat}`,
      name: { en: `Islamabad-${roman(seat + 1)}`, ur: `اسلام آباد-${seat + 1}` },
      circles: circles.slice(firstCircle).map((_, i) => firstCircle + i),
      blocks: own.map((_, i) => firstBlock + i),
      voters: {
        male: own.reduce((sum, block) => sum + block.voters.male, 0),
        female: own.reduce((sum, block) => sum + block.voters.female, 0),
      },
      population: own.reduce((sum, block) => sum + block.population, 0),
    })
  }
  // Cells were neighbours by their place in the tessellation; from here on blocks are known by their own place.
  for (const block of blocks) {
    const across = block.neighbours.map((cell) => blockOfCell.get(cell) as number)
    block.neighbours = across.sort((a, b) => a - b)
  }
  return { blocks, circles, charges, seats }
}

function roman(n: number): string {
  const tens = ['', 'X', 'XX', 'XXX', 'XL', 'L', 'LX', 'LXX', 'LXXX', 'XC']
  const ones = ['', 'I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX']
  return `${tens[Math.floor(n / 10) % 10]}${ones[n % 10]}`
}
