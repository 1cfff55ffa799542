import type { LedgerAct } from '@intikhab/kernel/ledger'
import type { Grant, Person, Scope } from '../rights/person.ts'
import { codeOf, openPeopleHouse } from './people.testkit.ts'

export const electionId = 'e-1'
export const islamabad = { kind: 'district', code: 'islamabad' } as const satisfies Scope
export const na46 = { kind: 'constituency', code: 'NA-46', electionId } as const satisfies Scope
export const na57 = { kind: 'constituency', code: 'NA-57', electionId } as const satisfies Scope
export const secretariat: Grant = { role: 'secretariat', scope: { kind: 'national' } }
export const dec: Grant = { role: 'district-officer', scope: islamabad }
export const ro: Grant = { role: 'returning-officer', scope: na46 }
export const aro: Grant = { role: 'assistant-returning-officer', scope: na46 }

/** A house with two officers of the secretariat, one of a district, one of a seat in it and one of a seat elsewhere. */
export async function openStaffedHouse(postgresUrl: string) {
  const house = await openPeopleHouse(postgresUrl)
  const { invitations } = house.identity
  let count = 0
  const newName = () => `somebody-${++count}`
  return {
    house,
    secretary: await house.hire('secretary', secretariat),
    colleague: await house.hire('colleague', secretariat),
    district: await house.hire('dec-islamabad', dec),
    seat: await house.hire('ro-na-46', ro),
    elsewhere: await house.hire('ro-na-57', { role: 'returning-officer', scope: na57 }),
    newName,
    hire: (...grants: Grant[]) => house.hire(newName(), ...grants),
    async invite(by: Person, ...grants: Grant[]) {
      const made = await invitations.invite({ name: 'Somebody New', grants }, by)
      if (!made.ok) throw new Error(codeOf(made))
      return made.value
    },
    acceptAs: (token: string, name = newName()) => invitations.accept(token, { signInName: name }),
    newest: async (): Promise<LedgerAct | undefined> => (await house.entries()).at(-1),
  }
}
