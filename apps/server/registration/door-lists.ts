import { newcomer, type Country } from '@intikhab/rehearsal/country'
import { areasWaiting, createDoors, type DoorFinding, type DoorReason } from '@intikhab/rolls'
import { karachiDate } from '@intikhab/law'
import { claimParts } from '../claims.ts'
import { given } from '../demonstration.ts'
import type { House } from '../house.ts'
import { district, type Officers } from './officers.ts'

/** What an official finds at a door, by why the visit was due, one after the other; somebody else is found. */
const findings: Partial<Readonly<Record<DoorReason, readonly DoorFinding[]>>> = {
  'death-noted': ['dead', 'dead', 'found'],
  blocked: ['found', 'moved', 'unknown'],
  registry: ['found', 'found', 'moved'],
}

const notes: Partial<Readonly<Record<DoorFinding, string>>> = {
  moved: 'ہمسایوں نے بتایا کہ خاندان منتقل ہو چکا ہے۔',
  dead: 'گھر والوں نے تصدیق کی۔',
  unknown: 'اس نام سے کوئی واقف نہیں۔',
}

/**
 * Door-to-door verification in three areas, that of `visited` first: one list has come back and is carried out but for its
 * last visit, of the second half has come back, the third is on its way.
 */
export async function visitDoors(
  house: House,
  country: Country,
  { counter, registrationOfficer }: Officers,
  visited: string,
): Promise<void> {
  const doors = createDoors(await claimParts(house))
  const waiting = (await areasWaiting(house.database.tables(), district)).first.map(({ block }) => block)
  const blocks = [visited, ...waiting.filter((block) => block !== visited)].slice(0, 3)
  for (const [n, block] of blocks.entries()) {
    const id = given(await doors.makeList(district, block, counter))
    const { people } = given(await doors.get(district, id))
    const seen = n === 0 ? people : n === 1 ? people.slice(0, Math.ceil(people.length / 2)) : []
    if (seen.length === 0) continue
    const returns = seen.map(({ line, why }, i) => {
      const finding = findings[why]?.[i % 3] ?? 'found'
      return { line, finding, note: notes[finding] ?? '' }
    })
    const official = newcomer(country, 300 + n, 0).nameUr
    given(await doors.enterReturns(district, id, { official, visitedOn: karachiDate(house.now()), returns }, counter))
    if (n === 0)
      for (const { line } of seen.slice(0, Math.max(1, seen.length - 1)))
        given(await doors.carryOut(district, id, line, registrationOfficer))
  }
}
