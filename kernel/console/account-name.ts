import type { Text } from '@intikhab/kernel/language'
import { roleNames } from '../identity/rights/roles.ts'
import { words } from './words.ts'

/**
 * The name of an account. One that is called by its office is called so in both languages, with what tells it from
 * others of the office: its seat, or that it is the second officer. The name of a person stays as it is written.
 */
export function accountName(name: string): Text {
  const office = Object.values(roleNames).find(({ en }) => name === en || name.startsWith(`${en}, `))
  if (office === undefined) return { en: name, ur: name }
  const more = name.slice(office.en.length + 2)
  if (more === '') return office
  return { en: name, ur: `${office.ur}، ${more === words.secondOfficer.en ? words.secondOfficer.ur : more}` }
}
