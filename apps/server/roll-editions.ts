/** The editions of the rolls' lists, and what is printed from them: what other systems give to it, and its jobs. */
import { findConstituencyCode, provinceNames } from '@intikhab/delimitation'
import type { Caller, Route } from '@intikhab/kernel/http'
import type { Scope } from '@intikhab/kernel/identity'
import { defineJob, enqueue, type BoundJob } from '@intikhab/kernel/jobs'
import type { ActBy, LedgerActor } from '@intikhab/kernel/ledger'
import { accept, type Outcome } from '@intikhab/kernel/refusal'
import { getRulePack } from '@intikhab/law'
import type { PollingStation } from '@intikhab/polling-scheme'
import { parseElectionId, type Election } from '@intikhab/programme'
import {
  buildLists,
  countUndecided,
  createPrints,
  displayFiles,
  displaySeries,
  listSeries,
  parseRollId,
  printRoutes,
  stageAct,
  stageRoutes,
  type DividedSeat,
  type ListDescription,
  type PrintPlaces,
  type RollId,
} from '@intikhab/rolls'
import { z } from 'zod'
import { placesIn } from './data-folder.ts'
import type { House } from './house.ts'
import type { Site } from './site-settings.ts'

type Done = Outcome<{ readonly series: string; readonly number: number; readonly isNew: boolean }>

const roll = z.object({ rollId: z.string(), by: z.custom<ActBy>() })

/** The lists of a roll are frozen as an edition: a quarter of an hour for a national roll, and again after a crash. */
const listJob = defineJob({ name: 'rolls.make-list-edition', payload: roll })
const displayJob = defineJob({ name: 'rolls.publish-display', payload: z.object({ rollId: z.string() }) })
const printJob = defineJob({
  name: 'rolls.print',
  payload: z.object({ id: z.string(), actor: z.custom<LedgerActor>() }),
  attempts: 5,
})

/** Has it published anew, in the transaction of a change, where a roll stands and where it is displayed. */
export function queueDisplay(tx: Parameters<typeof enqueue>[0], rollId: string): Promise<void> {
  return enqueue(tx, displayJob, { rollId }, { key: `publish-display-${rollId}` })
}

/** Freezes the lists of a roll as its next edition, which is not public. */
export async function publishLists(
  house: House,
  id: RollId,
  by?: ActBy,
  onProgress?: (voters: number, of: number) => void,
  snapshot?: string,
): Promise<Done> {
  const built = await buildLists(
    {
      database: house.database,
      now: house.now,
      workshop: placesIn(house.environment.dataFolder).lookUpWorkshop,
      ...(snapshot === undefined ? {} : { snapshot }),
      ...(onProgress === undefined ? {} : { onProgress }),
    },
    id,
  )
  if (!built.ok) return built
  using lists = built.value
  const { stage, voters } = lists.description
  const series = listSeries(id)
  const total = voters.male + voters.female + voters.other
  const { manifest, isNew } = await house.publishing.publish(
    series,
    { roll: id, stage, voters: total },
    lists.files,
    by,
  )
  return accept({ series, number: manifest.number, isNew })
}

/** Publishes where a roll stands and where it is displayed. */
async function publishDisplay(house: House, id: RollId, by?: ActBy): Promise<Done> {
  const files = await displayFiles(house.database, id)
  if (!files.ok) return files
  const series = displaySeries(id)
  const { manifest, isNew } = await house.publishing.publish(series, { roll: id }, files.value, by)
  return accept({ series, number: manifest.number, isNew })
}

/** The routes and jobs of the editions of the rolls. Defines the weighty act of their stages. */
export function rollEditions(
  house: House,
  site: Site,
): { readonly routes: Route[]; readonly jobs: readonly BoundJob[] } {
  const { database, ledger, now, rolls, approvals, editions, identity } = house
  const { reader } = editions
  const places = printPlaces(house, site)
  /** Lists that are being frozen, and how far. */
  const making = new Map<string, { readonly voters: number; readonly of: number }>()
  const prints = createPrints({
    database,
    ledger,
    reader,
    now,
    places,
    folder: placesIn(house.environment.dataFolder).rollPrints,
    queue: (tx, id, actor) => enqueue(tx, printJob, { id, actor }),
  })
  const approvedBy = (approval: NonNullable<ActBy['approval']>): ActBy => ({ actor: approval.proposedBy, approval })

  approvals.define(
    stageAct({
      database,
      ledger,
      now,
      countUndecided: () => countUndecided(database.tables()),
      async newestList(id) {
        const newest = await reader.latest(listSeries(id))
        const description = await newest?.json<ListDescription>('list.json')
        if (newest === undefined || description === undefined) return undefined
        const { male, female, other } = description.voters
        return { madeAt: newest.manifest.madeAt, voters: male + female + other }
      },
      queueList: (tx, rollId, approval) =>
        enqueue(tx, listJob, { rollId, by: approvedBy(approval) }, { queue: 'roll-lists' }),
      async publish(rollId, approval) {
        given(await publishDisplay(house, rollId, approvedBy(approval)))
      },
    }),
  )

  return {
    routes: [
      ...stageRoutes({
        database,
        ledger,
        now,
        rolls,
        reader,
        approvals,
        queuePublication: queueDisplay,
        making: (id) => making.get(id) ?? null,
      }),
      ...printRoutes({
        database,
        ledger,
        now,
        rolls,
        reader,
        prints,
        places,
        mayPrint: ({ person }: Caller, where: readonly Scope[]) =>
          person !== null && identity.grantFor(person, 'rolls.copies', [...where]) !== undefined,
        async announcedAt(electionId) {
          const id = parseElectionId(electionId)
          const versions = id.ok ? await house.programme.store.listVersions(id.value) : []
          return versions[0]?.madeAt
        },
      }),
    ],
    jobs: [
      listJob.doneBy(async ({ rollId, by }) => {
        making.set(rollId, { voters: 0, of: 0 })
        try {
          given(await publishLists(house, rollOf(rollId), by, (voters, of) => making.set(rollId, { voters, of })))
        } finally {
          making.delete(rollId)
        }
      }),
      displayJob.doneBy(async ({ rollId }) => {
        given(await publishDisplay(house, rollOf(rollId)))
      }),
      printJob.doneBy(({ id, actor }) => prints.make(id, actor)),
    ],
  }
}

/** What was ordered by two people is not refused afterwards: where it is, the job says so and is tried again. */
function given<T>(outcome: Outcome<T>): T {
  if (outcome.ok) return outcome.value
  throw new Error(`an edition of the rolls was refused: ${outcome.refusal.kind.code}`)
}

function rollOf(text: string): RollId {
  const id = parseRollId(text)
  if (id === undefined) throw new Error(`${text} is no name of a roll`)
  return id
}

function printPlaces({ delimitations, schemes, programme }: House, site: Site): PrintPlaces {
  const delimitationOf = (electionId: string): string | null =>
    site.current().elections.find(({ id }) => id === electionId)?.delimitationId ?? null

  async function seatsOf(delimitationId: string | null, block: string) {
    const delimitation =
      delimitationId === null ? undefined : await delimitations.store.findDelimitation(delimitationId)
    if (delimitation === undefined) return []
    const codes = await delimitations.store.constituenciesOfBlock(delimitation.id, block)
    return codes.map((code) => {
      const name = delimitation.constituencies.find((one) => one.code === code)?.name.ur ?? code
      return { code, nameUr: name }
    })
  }

  async function findElection(electionId: string): Promise<Election | undefined> {
    const id = parseElectionId(electionId)
    return id.ok ? programme.store.findElection(id.value) : undefined
  }

  /** A seat of a scheme: with the areas that the delimitation gives it, so that a list without a station is seen. */
  async function divided(electionId: string, seat: string, stations: readonly PollingStation[]): Promise<DividedSeat> {
    const delimitationId = delimitationOf(electionId)
    const code = findConstituencyCode(seat)
    const drawn =
      delimitationId === null || code === undefined
        ? []
        : await delimitations.store.blocksOfConstituency(delimitationId, code)
    return { seat, blocks: drawn, stations: stations.map(({ number, parts }) => ({ number, parts })) }
  }

  return {
    seatsOf,
    seatsOfElection: (electionId, block) => seatsOf(delimitationOf(electionId), block),

    async findSeat(delimitationId, seat) {
      const delimitation = await delimitations.store.findDelimitation(delimitationId)
      const found = delimitation?.constituencies.find(({ code }) => code === seat)
      if (delimitation === undefined || found === undefined) return undefined
      const blocks = await delimitations.store.blocksOfConstituency(delimitation.id, found.code)
      return { nameEn: found.name.en, nameUr: found.name.ur, province: found.province, blocks: blocks.toSorted() }
    },

    async findSchemeSeat(electionId, seat) {
      const scheme = await schemes.store.findCurrent(electionId)
      const code = findConstituencyCode(seat)
      if (scheme === undefined || code === undefined) return undefined
      const stations = await schemes.store.stations(electionId, scheme.version, code)
      if (stations.length === 0) return undefined
      const namesUr = new Map(
        stations.map(({ number, nameEn, nameUr }) => [number, nameUr === '' ? nameEn : nameUr] as const),
      )
      return { seat: await divided(electionId, seat, stations), namesUr }
    },

    async dividedSeats(electionId) {
      const scheme = await schemes.store.findCurrent(electionId)
      if (scheme === undefined) return undefined
      const bySeat = new Map<string, PollingStation[]>()
      for (const station of await schemes.store.stations(electionId, scheme.version)) {
        const known = bySeat.get(station.constituency) ?? []
        if (known.length === 0) bySeat.set(station.constituency, known)
        known.push(station)
      }
      const seats: DividedSeat[] = []
      for (const [seat, stations] of bySeat) seats.push(await divided(electionId, seat, stations))
      return { version: scheme.version, seats }
    },

    async findPoll(electionId) {
      const election = await findElection(electionId)
      if (election === undefined) return undefined
      const { opensAt, closesAt } = getRulePack(election.packId).values.polling
      return { electionUr: election.nameUr, day: election.pollDate, hours: [opensAt.value, closesAt.value] }
    },

    provinceUr(province) {
      return new Map<string, { readonly ur: string }>(Object.entries(provinceNames)).get(province)?.ur ?? province
    },
  }
}
