import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import {
  newcomer,
  registryPerson,
  secondCardOf,
  votersOfBlock,
  type Country,
  type CountryVoter,
} from '@intikhab/rehearsal/country'
import { addDays, getLegalDate } from '@intikhab/law'
import { cardRecordLine, makeRegistryKey, registryRecords, sealBatch, type RegistryPerson } from '@intikhab/rolls/sim'
import { given } from '../demonstration.ts'
import type { House } from '../house.ts'
import { openHouseFeed } from '../registry.ts'
import type { MetVoters } from './met-voters.ts'
import type { Officers } from './officers.ts'

/** Records in the batches of usual happenings. */
const usual = [130, 70]
const seed = 25
const crowd = 32
const secondCards = 14

/**
 * Batches of the civil registry (s.25), which the secretariat hands in: two of what happens every month, with a few spoilt
 * cards, and one with what the registry itself got wrong, for the search of faults to find. They are signed by a key that
 * is made for them and that nobody keeps. `removed`: somebody off the roll for whom a card is issued anew.
 */
export async function takeInBatches(
  house: House,
  country: Country,
  { secretariat }: Officers,
  met: MetVoters,
  removed: CountryVoter,
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'intikhab-registry-'))
  const keyFile = join(folder, 'registry.pem')
  const { privateKey, publicPem } = makeRegistryKey()
  writeFileSync(keyFile, publicPem)
  try {
    const feed = await openHouseFeed(house, keyFile)
    const seal = { registry: house.environment.registry.name, privateKey, madeAt: house.now().toISOString() }
    let from = 1
    for (const lines of batches(country, met, removed)) {
      const bytes = Readable.from([sealBatch(seal, from, lines)])
      given(await feed.keep(bytes, { actor: secretariat, road: 'upload' }))
      from += lines.length
    }
    await feed.takeIn()
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function* batches(country: Country, met: MetVoters, removed: CountryVoter): Generator<readonly string[]> {
  const homes = Array.from({ length: 3 }, () => met.block())
  const people = homes.flatMap((block) => Array.from(votersOfBlock(country, block), registryPerson))
  const blocks = homes.map((block) => country.blocks[block]?.code ?? '')
  // Two months after the qualifying date: some who get a card then wait for their 18th birthday.
  const today = addDays(getLegalDate(country.qualifyingDate), 60)
  const records = registryRecords({ seed, blocks, people, today, dirt: 0.06 })
  for (const size of usual) yield Array.from({ length: size }, () => records.next().value.line)

  const first = 1 + usual.reduce((sum, size) => sum + size, 0)
  yield mistakes(country, met, removed).map(({ kind, person }, i) => cardRecordLine(first + i, kind, person))
}

interface Card {
  readonly kind: 'new-card' | 'modified-card'
  readonly person: RegistryPerson
}

/** Cards that no rule of the feed can refuse, and that an officer should look at. */
function mistakes(country: Country, met: MetVoters, removed: CountryVoter): Card[] {
  const issued = (person: RegistryPerson): Card => ({ kind: 'new-card', person })
  const changed = (person: RegistryPerson): Card => ({ kind: 'modified-card', person })
  const second = Array.from({ length: secondCards }, (_, n) => {
    const block = met.block()
    return issued(secondCardOf(country, met.from(block), block, n))
  })

  const full = met.block()
  const { permanent } = newcomer(country, 100, full)
  const together = Array.from({ length: crowd }, (_, n) => issued({ ...newcomer(country, 100 + n, full), permanent }))

  const born = familyOf(country, met.block()).map((voter) => {
    const dateOfBirth = `${voter.dateOfBirth.slice(0, 4)}-01-01`
    return changed({ ...registryPerson(voter), dateOfBirth })
  })

  const wrongDigit = [200, 201].map((n) => {
    const person = newcomer(country, n, met.block())
    const digit = (Number(person.cnic.at(-1)) + 1) % 10
    return issued({ ...person, cnic: `${person.cnic.slice(0, 12)}${digit}` })
  })

  const strayed = Array.from({ length: 2 }, () => changed(atAnotherPlace(country, met)))
  return [...second, ...together, ...born, ...wrongDigit, ...strayed, issued(registryPerson(removed))]
}

/** The largest household of a block. */
function familyOf(country: Country, block: number): readonly CountryVoter[] {
  const households = [...Map.groupBy(votersOfBlock(country, block), ({ household }) => household).values()]
  return households.reduce((largest, one) => (one.length > largest.length ? one : largest))
}

/** Somebody whose new card names another place than the block of the address has. */
function atAnotherPlace(country: Country, met: MetVoters): RegistryPerson {
  const block = met.block()
  const person = registryPerson(met.from(block))
  const own = country.circles[country.blocks[block]?.circle ?? 0]?.name.ur ?? ''
  const others = country.circles.map(({ name }) => name.ur).filter((name) => name !== own)
  return {
    ...person,
    permanent: { ...person.permanent, ur: person.permanent.ur.replace(own, met.random.pick(others)) },
  }
}
