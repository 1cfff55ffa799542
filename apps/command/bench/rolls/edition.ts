import { nationalTotal } from '@intikhab/rehearsal/national'
import { buildEnquiryPack, enquirySeries, openLists, withSnapshot } from '@intikhab/rolls'
import { placesIn, publishLists, type House } from '@intikhab/server'
import { timed } from '../timed.ts'
import { by, rollId } from './national-roll.ts'
import type { RollsStep } from './steps.ts'

/** What was promised of lists and pack together, at 128,585,760 voters. */
const promised = { seconds: 25 * 60, bytesOfVoter: 20 }

/** The lists of the roll frozen and published, and the look-up pack after them, out of one snapshot of the register. */
export const freezeEdition: RollsStep = {
  name: 'edition of the roll: lists and look-up pack',
  async run({ house, voters, onProgress }) {
    const made = await timed(() =>
      withSnapshot(house.database, async (snapshot) => ({
        lists: await timed(() => freezeLists(house, snapshot, onProgress)),
        pack: await timed(() => publishPack(house, snapshot, onProgress)),
      })),
    )
    const { lists, pack } = made.value
    const edition = await house.editions.reader.latest(`list-${rollId}`)
    const bytes = (edition?.manifest.files ?? []).reduce((sum, { size }) => sum + size, 0)
    const areas = await checkLists(house, voters)
    const isNational = voters >= nationalTotal
    return {
      measures: [
        { of: '', value: made.seconds, unit: 's', ...(isNational ? { atMost: promised.seconds } : {}) },
        { of: 'lists', value: lists.seconds, unit: 's' },
        { of: 'pack', value: pack.seconds, unit: 's' },
        { of: 'lists', value: bytes / 1e9, unit: 'GB' },
        { of: 'lists, of a voter', value: bytes / voters, unit: 'B' },
        { of: 'pack, of a voter', value: pack.value / voters, unit: 'B', atMost: promised.bytesOfVoter },
      ],
      sizes: `${voters.toLocaleString('en')} voters in ${areas.toLocaleString('en')} electoral areas, each its own gzip member, read back by its place; published, so with the time of hashing and of the disk`,
    }
  },
}

type OnProgress = (label: string, done: number, total: number) => void

async function freezeLists(house: House, snapshot: string, onProgress: OnProgress): Promise<void> {
  const report = (done: number, of: number) => onProgress('freezing the lists', done, of)
  const done = await publishLists(house, rollId, by, report, snapshot)
  if (!done.ok) throw new Error(`the lists were refused: ${done.refusal.kind.code}`)
}

/** Publishes the pack, with one seat that has every area; gives its bytes. */
async function publishPack(house: House, snapshot: string, onProgress: OnProgress): Promise<number> {
  const works = {
    database: house.database,
    secret: house.packSecret,
    workshop: placesIn(house.environment.dataFolder).lookUpWorkshop,
    snapshot,
    onProgress: ({ step, done, of }: { step: string; done: number; of: number }) =>
      onProgress(`pack: ${step}`, done, of),
  }
  const built = await buildEnquiryPack(works, rollId, {
    seats: [{ code: 'NA-1', nameEn: 'Every area', nameUr: 'تمام علاقے' }],
    seatsOf: () => ['NA-1'],
    stations: [],
    scheme: null,
    rollEdition: null,
    helpline: '051-8848888',
  })
  if (!built.ok) throw new Error(`the pack was refused: ${built.refusal.kind.code}`)
  using pack = built.value
  const { manifest } = await house.publishing.publish(enquirySeries(rollId), { roll: rollId }, pack.files, by)
  return manifest.files.reduce((sum, { size }) => sum + size, 0)
}

/** Reads every hundredth area back, and adds all of them up. */
async function checkLists(house: House, voters: number): Promise<number> {
  const list = await openLists(house.editions.reader, rollId)
  if (list === undefined) throw new Error('there is no edition of the lists')
  let [areas, found] = [0, 0]
  for (const area of list.areas()) {
    const { male, female, other } = area.voters
    found += male + female + other
    if (areas++ % 100 !== 0) continue
    const read = await list.voters(area)
    if (read.length !== male + female + other) throw new Error(`area ${area.block} holds ${read.length} voters`)
  }
  if (found !== voters) throw new Error(`the lists hold ${found} voters, not ${voters}`)
  return areas
}
