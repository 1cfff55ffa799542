/** What each series of editions is made of. Results publish themselves, from a thread of their own. */
import { mapSeries } from '@intikhab/delimitation'
import type { NewFile } from '@intikhab/kernel/editions'
import type { ActBy } from '@intikhab/kernel/ledger'
import { accept, type Outcome } from '@intikhab/kernel/refusal'
import { nominationFiles } from '@intikhab/nominations'
import { schemeSeries, stationIdOf, type PollingStation } from '@intikhab/polling-scheme'
import { electionSeries, type ElectionId } from '@intikhab/programme'
import {
  buildEnquiryPack,
  enquirySeries,
  findStatistics,
  rollFiles,
  rollSeries,
  type PackSources,
  type PackWorks,
  type RollId,
  type RollPublication,
  type ServedStation,
} from '@intikhab/rolls'
import { placesIn } from './data-folder.ts'
import type { House } from './house.ts'

type Done = Outcome<{ readonly series: string; readonly number: number; readonly isNew: boolean }>

/** The files of the next edition of a series, as the register has them now. */
export interface EditionFiles {
  readonly series: string
  readonly subject: Readonly<Record<string, string>>
  readonly files: readonly NewFile[]
}

/** The programme, the seats and the candidates of an election. */
export async function electionEdition(house: House, id: ElectionId): Promise<Outcome<EditionFiles>> {
  const programme = await house.programme.editionFiles(id)
  if (!programme.ok) return programme
  const contests = await house.nominations.listContests(id)
  const parties = new Set(contests.flatMap(({ candidates }) => candidates.map(({ partyId }) => partyId)))
  const symbols = new Set(contests.flatMap(({ candidates }) => candidates.map(({ symbolId }) => symbolId)))
  const list = {
    contests,
    parties: (await house.nominations.listParties()).filter((party) => parties.has(party.id)),
    symbols: (await house.nominations.listSymbols()).filter((symbol) => symbols.has(symbol.id)),
  }
  const files = [...programme.value, ...(contests.length === 0 ? [] : nominationFiles(list))]
  return accept({ series: electionSeries(id), subject: { electionId: id }, files })
}

/** The polling scheme of an election. */
export async function schemeEdition(house: House, electionId: string): Promise<Outcome<EditionFiles>> {
  const files = await house.schemes.editionFiles(electionId)
  return files.ok ? accept({ series: schemeSeries(electionId), subject: { electionId }, files: files.value }) : files
}

/** The map of a delimitation. */
export async function mapEdition(house: House, delimitationId: string): Promise<Outcome<EditionFiles>> {
  const files = await house.delimitations.mapFiles(delimitationId)
  return files.ok
    ? accept({ series: mapSeries(delimitationId), subject: { delimitationId }, files: files.value })
    : files
}

/** Publishes the programme, the seats and the candidates of an election. `by`: whose act it is; the system's own else. */
export async function publishElection(house: House, id: ElectionId, by?: ActBy): Promise<Done> {
  return published(house, await electionEdition(house, id), by)
}

/** Publishes the polling scheme of an election. */
export async function publishScheme(house: House, electionId: string, by?: ActBy): Promise<Done> {
  return published(house, await schemeEdition(house, electionId), by)
}

/** Publishes the map of a delimitation. */
export async function publishMap(house: House, delimitationId: string, by?: ActBy): Promise<Done> {
  return published(house, await mapEdition(house, delimitationId), by)
}

/**
 * Publishes the statistics of a roll. `electionId` names the polling scheme whose stations are counted with it,
 * `delimitationId` the seats by which its voters are counted.
 */
export async function publishRoll(
  house: House,
  id: RollId,
  { electionId, delimitationId }: { readonly electionId: string | null; readonly delimitationId: string | null },
  by?: ActBy,
): Promise<Done> {
  const scheme = electionId === null ? undefined : await house.schemes.store.findCurrent(electionId)
  const newest = await house.editions.reader.latest(rollSeries(id))
  const files = await rollFiles(house.rolls, id, {
    asOf: house.now(),
    edition: (newest?.manifest.number ?? 0) + 1,
    before: await findStatistics(newest),
    stations: scheme?.stations ?? null,
    seats: delimitationId === null ? null : await countedSeats(house, delimitationId),
  })
  if (!files.ok) return files
  return published(house, accept({ series: rollSeries(id), subject: { roll: id }, files: files.value }), by)
}

/** The seats of a delimitation, and those of each block; null where it assigns no blocks. */
async function countedSeats(house: House, delimitationId: string): Promise<RollPublication['seats']> {
  const { store } = house.delimitations
  const delimitation = await store.findDelimitation(delimitationId)
  const assigned = delimitation === undefined ? [] : await store.assignments(delimitationId)
  if (delimitation === undefined || assigned.length === 0) return null
  const seatsOfBlock = new Map<string, string[]>()
  for (const { block, constituency } of assigned) {
    const known = seatsOfBlock.get(block)
    if (known === undefined) seatsOfBlock.set(block, [constituency])
    else known.push(constituency)
  }
  const seats = delimitation.constituencies.map(({ code, name, province }) => ({
    code,
    nameEn: name.en,
    nameUr: name.ur,
    province,
  }))
  return { delimitationId, seats, seatsOf: (block) => seatsOfBlock.get(block) ?? [] }
}

/** What a look-up pack is made for. */
export interface EnquiryOrder {
  readonly electionId: string
  readonly delimitationId: string
  readonly helpline: string
  /** Code of the district whose voters alone are in it. */
  readonly onlyDistrict?: string
}

/** Publishes the look-up pack from which the enquiry answers: the roll, with the stations of an election's scheme. */
export async function publishEnquiry(
  house: House,
  id: RollId,
  about: EnquiryOrder,
  by?: ActBy,
  onProgress?: PackWorks['onProgress'],
): Promise<Done> {
  const works = {
    database: house.database,
    secret: house.packSecret,
    workshop: placesIn(house.environment.dataFolder).lookUpWorkshop,
    ...(onProgress === undefined ? {} : { onProgress }),
  }
  const built = await buildEnquiryPack(works, id, await packSources(house, id, about))
  if (!built.ok) return built
  using pack = built.value
  const series = enquirySeries(id, about.onlyDistrict)
  return await published(house, accept({ series, subject: { roll: id }, files: pack.files }), by)
}

async function packSources(
  house: House,
  id: RollId,
  { electionId, delimitationId, helpline, onlyDistrict }: EnquiryOrder,
): Promise<PackSources> {
  const roll = await house.editions.reader.latest(rollSeries(id))
  const delimitation = await house.delimitations.store.findDelimitation(delimitationId)
  const scheme = await house.schemes.store.findCurrent(electionId)
  const stations = scheme === undefined ? [] : await house.schemes.store.stations(electionId, scheme.version)
  const seats = delimitation?.constituencies ?? []
  const seatsOfBlock = new Map<string, string[]>()
  for (const { code } of seats)
    for (const block of await house.delimitations.store.blocksOfConstituency(delimitationId, code)) {
      const known = seatsOfBlock.get(block) ?? []
      if (known.length === 0) seatsOfBlock.set(block, known)
      known.push(code)
    }
  return {
    seats: seats.map(({ code, name }) => ({ code, nameEn: name.en, nameUr: name.ur })),
    seatsOf: (block) => seatsOfBlock.get(block) ?? [],
    stations: stations.map(servedStation),
    scheme: scheme === undefined ? null : { electionId, version: scheme.version },
    rollEdition:
      roll === undefined ? null : { series: rollSeries(id), number: roll.manifest.number, manifest: roll.id },
    helpline,
    ...(onlyDistrict === undefined ? {} : { onlyDistrict }),
  }
}

function servedStation({ constituency, number, nameEn, nameUr, kind, at, parts }: PollingStation): ServedStation {
  return {
    id: stationIdOf(constituency, number),
    seat: constituency,
    number,
    nameEn,
    nameUr: nameUr === '' ? nameEn : nameUr,
    kind,
    latitude: at?.latitude ?? null,
    longitude: at?.longitude ?? null,
    parts,
  }
}

async function published(house: House, made: Outcome<EditionFiles>, by: ActBy | undefined): Promise<Done> {
  if (!made.ok) return made
  const { series, subject, files } = made.value
  const { manifest, isNew } = await house.publishing.publish(series, subject, files, by)
  return accept({ series, number: manifest.number, isNew })
}
