/**
 * The demonstration country enters an empty installation as a real one would: census, delimitation and boundaries, an
 * announced election, a roll, a polling scheme, candidates, and the editions that the public reads.
 */
import { addDays, getRulePack, karachiDate, latestNotification, deriveProgramme, parseRulePackId } from '@intikhab/law'
import {
  areaOf,
  boxOf,
  findBlockCode,
  findConstituencyCode,
  type Area,
  type BlockCode,
  type Boundary,
  type CheckedCensus,
  type ConstituencyCode,
} from '@intikhab/delimitation'
import type { Outcome } from '@intikhab/kernel/refusal'
import { independentId, listContests, parseContestId, type Contest, type ContestId } from '@intikhab/nominations'
import type { PollingStation } from '@intikhab/polling-scheme'
import { parseElectionId, type ElectionId } from '@intikhab/programme'
import { enrolCountry, generateCountry, parties, seatMap, type Country } from '@intikhab/rehearsal/country'
import type { RollId } from '@intikhab/rolls'
import type { House } from './house.ts'
import { publishElection, publishEnquiry, publishMap, publishRoll, publishScheme } from './series.ts'
import type { Site } from './site-settings.ts'

/** One name for the election, its roll, its census and its delimitation. */
export const demonstrationId = 'demonstration'

/** Told how far the making of the country is. */
export type OnProgress = (label: string, done: number, total: number) => void

const independent = { id: independentId, name: { en: 'Independent', ur: 'آزاد' }, aliases: [] }
const by = { actor: { kind: 'system', id: 'demonstration' } } as const
const name = { en: 'Demonstration general election', ur: 'نمائشی عام انتخابات' }

/** What is generated cannot be refused: if it is, that is a bug. */
export function given<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) {
    const { kind, field, detail } = outcome.refusal
    throw new Error(
      `the demonstration country was refused: ${kind.code} ${field ?? ''} ${JSON.stringify(detail ?? {})}`,
    )
  }
  return outcome.value
}

const blockOf = (code: string) => findBlockCode(code) as BlockCode
const seatOf = (code: string) => findConstituencyCode(code) as ConstituencyCode

function censusOf(country: Country): CheckedCensus {
  const province = 'islamabad'
  const people = (blocks: readonly number[]) => ({
    population: blocks.reduce((sum, block) => sum + (country.blocks[block]?.population ?? 0), 0),
    households: blocks.reduce((sum, block) => sum + (country.blocks[block]?.households ?? 0), 0),
  })
  const all = country.blocks.map((_, index) => index)
  const district = {
    id: 1,
    parent: null,
    level: 'district' as const,
    name: 'Islamabad',
    province,
    line: 1,
    ...people(all),
  } as const
  const charges = country.charges.map(
    (charge, index) =>
      ({
        id: 2 + index,
        parent: 1,
        level: 'charge' as const,
        name: charge.name.en,
        province,
        line: 2 + index,
        ...people(charge.circles.flatMap((circle) => country.circles[circle]?.blocks ?? [])),
      }) as const,
  )
  const first = 2 + charges.length
  const circles = country.circles.map(
    (circle, index) =>
      ({
        id: first + index,
        parent: 2 + circle.charge,
        level: 'circle' as const,
        name: circle.name.en,
        province,
        line: first + index,
        ...people(circle.blocks),
      }) as const,
  )
  const blocks = country.blocks.map(({ code, circle, population, households }) => ({
    code,
    place: first + circle,
    population,
    households,
  }))
  return { places: [district, ...charges, ...circles], blocks, totals: people(all), findings: [] }
}

function boundariesOf(country: Country): Boundary[] {
  return seatMap(country).features.map(({ properties, geometry }) => {
    const area = geometry.coordinates as unknown as Area
    const box = boxOf(area)
    if (box === undefined) throw new Error(`${properties.code} has no extent`)
    return {
      code: seatOf(properties.code),
      area,
      squareKilometres: areaOf(area),
      box,
      source: 'generated',
      approximate: false,
      errorKilometres: null,
      label: properties.nameEn,
      doubts: [],
    }
  })
}

function stationsOf(country: Country): PollingStation[] {
  return country.stations.map(({ seat, number, name, kind, booths, voters, at, parts }) => ({
    constituency: seatOf(seat),
    number,
    nameEn: name.en,
    nameUr: name.ur,
    kind,
    booths,
    voters,
    at: { longitude: at[0], latitude: at[1] },
    parts: parts.map(({ blockCode, ...part }) => ({ block: blockOf(blockCode), ...part })),
  }))
}

const symbolId = (english: string) => english.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')

function contestsOf(country: Country): Contest[] {
  return country.contests.map(({ seat, candidates }) => {
    const place = country.seats.find(({ code }) => code === seat)
    if (place === undefined) throw new Error(`${seat} is a contest without a seat`)
    return {
      id: parseContestId(seat) as ContestId,
      name: place.name,
      province: 'islamabad',
      districtCode: 'islamabad',
      registered: place.voters.male + place.voters.female,
      status: 'contested',
      candidates: candidates.map((candidate) => ({
        serial: candidate.serial,
        name: candidate.name,
        partyId: candidate.party ?? independentId,
        symbolId: symbolId(candidate.symbol.en),
      })),
    }
  })
}

function symbolsOf(country: Country) {
  const all = country.contests.flatMap(({ candidates }) => candidates.map(({ symbol }) => symbol))
  return [...new Map(all.map((symbol) => [symbolId(symbol.en), { id: symbolId(symbol.en), name: symbol }])).values()]
}

async function announce(house: House, id: ElectionId): Promise<void> {
  const packId = parseRulePackId('elections-act-2017@2023-08')
  if (packId === undefined) throw new Error('the rule pack of 2023 is gone')
  const pack = getRulePack(packId)
  // The poll is today: forms can be sent at once, and the clocks of the night run as they would.
  const pollOn = karachiDate(house.now())
  const notifiedOn = addDays(latestNotification(pack, pollOn, new Set()), -1)
  const stages = deriveProgramme(pack, { notifiedOn, pollOn, holidays: new Set() })
  const reason = 'Demonstration: the programme of the law, ending today'
  const election = { id, nameEn: name.en, nameUr: name.ur, kind: 'general', packId, assemblies: ['NA'] } as const
  given(await house.programme.announce(election, { stages, reason, orderReference: null }, by))
}

/** Makes the country, `voters` large, shows it on the site, and gives it. Some ten seconds at a million voters. */
export async function makeDemonstration(
  house: House,
  site: Site,
  onProgress: OnProgress,
  voters?: number,
): Promise<Country> {
  const country = generateCountry(voters === undefined ? {} : { voters })
  const id = given(parseElectionId(demonstrationId))
  const rollId = demonstrationId as RollId
  given(
    await house.delimitations.addCensus(
      censusOf(country),
      { id, name: { en: 'Demonstration census', ur: 'نمائشی مردم شماری' } },
      by,
    ),
  )
  const constituencies = country.seats.map(({ code, name }) => ({
    code: seatOf(code),
    name,
    province: 'islamabad' as const,
    seats: 1,
  }))
  const delimitation = {
    id,
    name: { en: 'Demonstration delimitation', ur: 'نمائشی حلقہ بندی' },
    censusId: id,
    constituencies,
  }
  given(await house.delimitations.addDelimitation(delimitation, by))
  given(await house.delimitations.addBoundaries(id, boundariesOf(country), 'Generated: no real boundary', by))
  const assignments = country.blocks.map(({ code, seat }) => ({
    block: code,
    constituency: seatOf(country.seats[seat]?.code ?? ''),
  }))
  given(await house.delimitations.assignBlocks(id, assignments, by))
  await announce(house, id)

  const roll = {
    id: rollId,
    nameEn: 'Demonstration roll',
    nameUr: 'نمائشی انتخابی فہرست',
    rulePack: 'elections-act-2017@2023-08',
    termEndsOn: null,
    resultsAnnouncedAt: null,
  }
  const total = country.voters
  const enrolled = await enrolCountry(country, house.rolls, roll, by, (made) =>
    onProgress('Enrolling voters', made, total),
  )
  if (!enrolled.ok) throw new Error(`the demonstration roll was refused: ${enrolled.refusal.kind.code}`)

  given(await house.schemes.add({ electionId: id, status: 'final', reason: '', stations: stationsOf(country) }, by))
  const list = {
    contests: contestsOf(country),
    parties: [independent, ...parties.map(({ code, name }) => ({ id: code, name, aliases: [] }))],
    symbols: symbolsOf(country),
  }
  const report = { files: [], totals: { contests: list.contests.length }, findings: [] }
  given(await listContests(house, list, { electionId: id, by, at: house.now(), report }))

  const steps = [
    () => publishMap(house, id),
    () => publishElection(house, id),
    () => publishScheme(house, id),
    () => publishRoll(house, rollId, { electionId: id, delimitationId: id }),
    () => publishEnquiry(house, rollId, { electionId: id, delimitationId: id, helpline: '051-0000000' }),
  ]
  for (const [done, step] of steps.entries()) {
    onProgress('Publishing the first editions', done, steps.length)
    given(await step())
  }
  onProgress('Publishing the first editions', steps.length, steps.length)
  const election = await house.programme.store.findElection(id)
  site.change({
    name: { en: 'Election Commission (demonstration)', ur: 'الیکشن کمیشن (نمائشی)' },
    banner: {
      en: 'Demonstration: this country, its voters and its parties are invented.',
      ur: 'نمائش: یہ ملک، اس کے ووٹر اور اس کی جماعتیں فرضی ہیں۔',
    },
    rollId,
  })
  site.show({ id, name, pollDate: election?.pollDate ?? '', delimitationId: id, order: null })
  return country
}
