/** What each series of editions is made of. Results publish themselves, from a thread of their own. */
import { mapSeries } from '@intikhab/delimitation'
import { accept, type Outcome } from '@intikhab/kernel/refusal'
import { nominationFiles } from '@intikhab/nominations'
import { schemeSeries, stationIdOf, type PollingStation } from '@intikhab/polling-scheme'
import { electionSeries, type ElectionId } from '@intikhab/programme'
import {
  enquiryFiles,
  enquirySeries,
  rollFiles,
  rollSeries,
  type PackSources,
  type RollId,
  type ServedStation,
} from '@intikhab/rolls'
import type { House } from './house.ts'

type Done = Outcome<{ readonly series: string; readonly number: number; readonly isNew: boolean }>

/** Publishes the programme, the seats and the candidates of an election. */
export async function publishElection(house: House, id: ElectionId): Promise<Done> {
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
  return published(house, electionSeries(id), { electionId: id }, files)
}

/** Publishes the polling scheme of an election. */
export async function publishScheme(house: House, electionId: string): Promise<Done> {
  const files = await house.schemes.editionFiles(electionId)
  return files.ok ? published(house, schemeSeries(electionId), { electionId }, files.value) : files
}

/** Publishes the map of a delimitation. */
export async function publishMap(house: House, delimitationId: string): Promise<Done> {
  const files = await house.delimitations.mapFiles(delimitationId)
  return files.ok ? published(house, mapSeries(delimitationId), { delimitationId }, files.value) : files
}

/** Publishes the statistics of a roll; `electionId` names the polling scheme whose stations are counted with it. */
export async function publishRoll(house: House, id: RollId, electionId: string | null): Promise<Done> {
  const scheme = electionId === null ? undefined : await house.schemes.store.findCurrent(electionId)
  const files = await rollFiles(house.rolls, id, {
    asOf: house.now(),
    stations: scheme?.stations ?? null,
  })
  return files.ok ? published(house, rollSeries(id), { roll: id }, files.value) : files
}

/** Publishes the look-up pack from which the enquiry answers: the roll, with the stations of an election's scheme. */
export async function publishEnquiry(
  house: House,
  id: RollId,
  about: { readonly electionId: string; readonly delimitationId: string; readonly helpline: string },
): Promise<Done> {
  const sources = await packSources(house, about)
  const files = await enquiryFiles(house.rolls, id, house.packSecret, sources)
  return files.ok ? published(house, enquirySeries(id), { roll: id }, files.value) : files
}

async function packSources(
  house: House,
  { electionId, delimitationId, helpline }: { electionId: string; delimitationId: string; helpline: string },
): Promise<Omit<PackSources, 'rollId' | 'frozen'>> {
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
    helpline,
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

async function published(
  house: House,
  ...[series, subject, files]: Parameters<House['publishing']['publish']>
): Promise<Done> {
  const { manifest, isNew } = await house.publishing.publish(series, subject, files)
  return accept({ series, number: manifest.number, isNew })
}
