import { qualifyingDate } from '@intikhab/rehearsal/national'
import { rollFiles, storeCount, type RollId, type RollPublication, type RollStatistics } from '@intikhab/rolls'
import pg from 'pg'
import type { RollsBench, RollsStep } from './steps.ts'

const changes = 1_000_000
const rollId = 'national-2024' as RollId

const state = `block, serial, household, permanent_block, temporary_block, posting_block, date_of_birth, gender, relation,
  status, card, roll_list, chosen, disabled, name_ur, name_en, relation_name_ur, permanent_ur, temporary_ur, posting_ur, photo`

/**
 * A million changes all over the register as one batch: of ten, three deleted, one newly enrolled, three moved to
 * another block, two deaths noted, one with another date of birth.
 */
async function changeMany({ house, voters }: RollsBench, blocks: readonly string[]): Promise<void> {
  const client = new pg.Client({ connectionString: house.databaseOwnerUrl })
  await client.connect()
  try {
    await client.query('begin')
    await client.query(`set local work_mem = '256MB'`)
    const { rows } = await client.query<{ id: number }>(
      `insert into rolls.batch (cause, actions, digest, account_id, applied_at) values ('bench', ${changes}, '', 'bench', now()) returning batch_id as id`,
    )
    await client.query(
      `create temp table chosen on commit drop as select v.*, row_number() over () as n
       from rolls.voter v tablesample bernoulli (${Math.min(100, (130 * changes) / voters)}) repeatable (7)
       where status = 'a' and gender <> 'o' and temporary_block is null and posting_block is null limit ${changes}`,
    )
    await client.query(
      `create temp table changed on commit drop as select case when n % 10 = 3 then 9990000000000 + n else cnic end as cnic,
         n % 10 as what, name_key, case when n % 10 <> 3 then row(${state})::rolls.voter_state end as before,
         case when n % 10 < 3 then null when n % 10 < 7 then ($1::int[])[1 + n % ${blocks.length}] else block end as block,
         case when n % 10 < 3 then null when n % 10 < 7 then 1000000 + n else serial end::int as serial,
         case when n % 10 < 3 then null else household end as household,
         case when n % 10 between 3 and 6 then ($1::int[])[1 + n % ${blocks.length}] else permanent_block end as permanent_block,
         temporary_block, posting_block,
         case when n % 10 = 9 then (date_of_birth - interval '10 years')::date else date_of_birth end as date_of_birth,
         gender, relation, case when n % 10 < 3 then 'r' when n % 10 in (7, 8) then 'd' else status end::"char" as status,
         card, roll_list, 'p'::"char" as chosen, disabled, name_ur, name_en, relation_name_ur, permanent_ur, temporary_ur,
         posting_ur, photo from chosen`,
      [blocks.map(Number)],
    )
    await client.query(
      `insert into rolls.voter (cnic, name_key, ${state}) select cnic, name_key, ${state} from changed where what = 3`,
    )
    await client.query(
      `update rolls.voter v set (${state}) = (select ${state
        .split(',')
        .map((column) => `c.${column.trim()}`)
        .join(', ')}) from changed c where c.cnic = v.cnic and what <> 3`,
    )
    await client.query(
      `insert into rolls.action (cnic, batch_id, from_block, to_block, acted_at, kind, authority, cause, before, after)
       select cnic, $1, (before).block, block, now(),
         case when what < 3 then 'deleted' when what = 3 then 'enrolled' when what < 7 then 'transferred'
           when what < 9 then 'death-noted' else 'corrected' end, 'bench', 'bench', before, row(${state})::rolls.voter_state
       from changed`,
      [rows[0]?.id],
    )
    await client.query('commit')
    await client.query('analyze rolls.action')
  } finally {
    await client.end()
  }
}

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

/** Statistics of the whole register after a million changes, out of the stored count: equal to a count of everybody. */
export const statisticsStep: RollsStep = {
  name: 'statistics after a change of a million',
  memoryGB: 8,
  async run(bench) {
    const { house, onProgress } = bench
    const { database, now, rolls } = house
    onProgress('Counting the register', 0, 1)
    const countBegan = performance.now()
    await storeCount({ database, now }, qualifyingDate)
    const counting = (performance.now() - countBegan) / 1000
    const seats = await madeUpSeats(bench)
    const publication = { asOf: now(), stations: null, seats }
    const made = async (edition: number, before: RollStatistics | undefined) => {
      const files = await rollFiles(rolls, rollId, { ...publication, edition, before })
      if (!files.ok) throw new Error(files.refusal.kind.code)
      return files.value
    }
    const statisticsIn = (files: Awaited<ReturnType<typeof made>>) =>
      JSON.parse(files.find(({ path }) => path === 'statistics.json')?.bytes.toString() ?? '') as RollStatistics
    const before = statisticsIn(await made(1, undefined))
    onProgress('Changing a million entries', 0, 1)
    await changeMany(
      bench,
      (await rolls.store.areas()).map(({ block }) => block),
    )

    onProgress('Statistics', 0, 1)
    const began = performance.now()
    const files = await made(2, before)
    const seconds = (performance.now() - began) / 1000
    const after = statisticsIn(files)
    const [added = 0, left = 0] = after.changes?.table?.country ?? []
    if (after.total !== before.total + added - left || added !== changes / 10)
      throw new Error(`${before.total} voters, ${added} more and ${left} fewer do not make ${after.total}`)
    const voters = await rolls.store.countVoters()
    const { rows } = await database.pool.query<{ n: number }>(
      'select count(*)::int as n from rolls.voter where block is not null',
    )
    if (voters !== after.total || rows[0]?.n !== after.total)
      throw new Error(`${after.total} voters are published, ${voters} counted, ${rows[0]?.n} in the register`)
    const bytes = files.reduce((sum, file) => sum + file.bytes.length, 0)
    return {
      measures: [
        { of: 'statistics', value: seconds, unit: 's', atMost: 5 },
        { of: 'a count of the register', value: counting, unit: 's' },
      ],
      sizes: `${changes.toLocaleString('en')} actions over ${bench.voters.toLocaleString('en')} voters; ${after.districts.length} districts, ${after.seats.length} seats, ${after.blocks.toLocaleString('en')} blocks, ${files.length} files of ${(bytes / 1e6).toFixed(1)} MB; total equal to a count of everybody`,
    }
  },
}
