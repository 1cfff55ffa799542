import { qualifyingDate } from '@intikhab/rehearsal/national'
import { findStatistics, rollFiles, rollSeries, storeCount, type RollPublication } from '@intikhab/rolls'
import { timed } from '../timed.ts'
import { rollId } from './national-roll.ts'
import type { RollsBench, RollsStep } from './steps.ts'

/** Seats cut out of the districts as the country's are: some 480,000 voters for the National Assembly, half of it for a province. */
async function madeUpSeats({ house, voters }: RollsBench): Promise<NonNullable<RollPublication['seats']>> {
  const { store } = house.rolls
  const areas = await store.areas()
  const provinces = new Map((await store.districts()).map(({ code, province }) => [code, province]))
  const perSeat = Math.max(1, Math.round((areas.length * 480_000) / voters))
  const seats = new Map<string, { code: string; nameEn: string; nameUr: string; province: string }>()
  const seatsOfBlock = new Map<string, string[]>()
  let [national, provincial, inDistrict, district] = [0, 0, 0, '']
  for (const area of areas) {
    if (area.district !== district || inDistrict % perSeat === 0) national++
    if (area.district !== district || inDistrict % Math.ceil(perSeat / 2) === 0) provincial++
    inDistrict = area.district === district ? inDistrict + 1 : 1
    district = area.district
    const codes = [`NA-${national}`, `PP-${provincial}`]
    seatsOfBlock.set(area.block, codes)
    for (const code of codes)
      seats.set(code, { code, nameEn: code, nameUr: code, province: provinces.get(area.district) ?? '' })
  }
  return { delimitationId: 'bench', seats: [...seats.values()], seatsOf: (block) => seatsOfBlock.get(block) ?? [] }
}

/** The next statistics of the roll, as the server makes them for publication, and how long that took in seconds. */
async function nextStatistics(bench: RollsBench) {
  const { rolls, editions, now } = bench.house
  const newest = await editions.reader.latest(rollSeries(rollId))
  const before = await findStatistics(newest)
  const seats = await madeUpSeats(bench)
  const edition = (newest?.manifest.number ?? 0) + 1
  const { value: files, seconds } = await timed(() =>
    rollFiles(rolls, rollId, { asOf: now(), edition, before, stations: null, seats }),
  )
  if (!files.ok) throw new Error(files.refusal.kind.code)
  const json = files.value.find(({ path }) => path === 'statistics.json')?.bytes.toString() ?? '{}'
  const made = await findStatistics({ json: <T>() => Promise.resolve(JSON.parse(json) as T) })
  if (made === undefined) throw new Error('no statistics were made')
  return { files: files.value, before, made, seconds }
}

/** The register counted in one pass, the count stored, and the first statistics published. */
export const storedCountStep: RollsStep = {
  name: 'everybody counted for statistics, and the first ones published',
  memoryGB: 8,
  async run(bench) {
    const { house } = bench
    const { seconds: counting } = await timed(() => storeCount(house, qualifyingDate))
    const { files, made } = await nextStatistics(bench)
    if (made.total !== bench.voters) throw new Error(`${made.total} voters are published, not ${bench.voters}`)
    await house.publishing.publish(rollSeries(rollId), { roll: rollId }, files)
    const bytes = files.reduce((sum, file) => sum + file.bytes.length, 0)
    return {
      measures: [{ of: 'count', value: counting, unit: 's' }],
      sizes: `${made.total.toLocaleString('en')} voters, ${made.districts.length} districts, ${made.seats.length} made-up seats, ${made.blocks.toLocaleString('en')} blocks; ${files.length} files of ${(bytes / 1e6).toFixed(1)} MB`,
    }
  },
}

const week = 7 * 86_400_000

/** Statistics out of the stored count and what came since; then the register is counted again and says the same. */
export const statisticsStep: RollsStep = {
  name: 'statistics after the records of the registry',
  memoryGB: 8,
  async run(bench) {
    const { house } = bench
    const { made, before, seconds } = await nextStatistics(bench)
    const [added = 0, left = 0] = made.changes?.table?.country ?? []
    if (before === undefined || made.total !== before.total + added - left)
      throw new Error(`${before?.total} voters, ${added} more and ${left} fewer do not make ${made.total}`)
    const later = () => new Date(house.now().getTime() + 2 * week)
    const again = await timed(() => storeCount({ database: house.database, now: later }, qualifyingDate))
    const { done, difference } = again.value
    if (done !== 'counted from the register' || difference !== undefined) throw new Error(difference ?? done)
    const actions = made.counted.lastAction - before.counted.lastAction
    return {
      measures: [
        { of: 'statistics', value: seconds, unit: 's', atMost: 5 },
        { of: 'the register counted again, twice', value: again.seconds, unit: 's' },
      ],
      sizes: `${actions.toLocaleString('en')} actions since the count, over ${bench.voters.toLocaleString('en')} voters: ${added.toLocaleString('en')} added, ${left.toLocaleString('en')} deleted; every figure equal to a count of the register`,
    }
  },
}
