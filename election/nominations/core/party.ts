import { fold, type Text } from '@intikhab/kernel/language'

/** A party of the registry and the other ways in which its name is written. */
export interface Party {
  readonly id: string
  readonly name: Text
  readonly aliases: readonly string[]
}

export const independentId = 'independent'

/** The key under which two spellings of a party's name meet: letters and digits only, `&` as `and`. */
export function partyKey(name: string): string {
  return fold(name)
    .replaceAll('&', ' and ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** Finds parties by any way of writing their name. */
export interface PartyRegistry {
  readonly parties: readonly Party[]
  find(name: string): Party | undefined
}

/** Builds a registry. Throws when two parties claim one spelling: the registry itself is then wrong. */
export function partyRegistry(parties: readonly Party[]): PartyRegistry {
  const byKey = new Map<string, Party>()
  for (const party of parties) {
    for (const name of new Set([party.name.en, party.name.ur, ...party.aliases].map(partyKey))) {
      const other = byKey.get(name)
      if (other !== undefined) throw new Error(`"${name}" is claimed by ${other.id} and by ${party.id}`)
      byKey.set(name, party)
    }
  }
  return { parties, find: (name) => byKey.get(partyKey(name)) }
}

/** A party that the registry does not know, named as it was written. */
export function unlistedParty(name: string): Party {
  const written = name.replace(/\s+/g, ' ').trim()
  return { id: partyKey(name).replaceAll(' ', '-').slice(0, 60), name: { en: written, ur: written }, aliases: [] }
}
