import type { Tone } from '@intikhab/kernel/screens'
import type { PartyEntry } from '../core/edition.ts'

const slots = ['p1', 'p2', 'p3', 'p4', 'p5', 'p6', 'p7', 'p8'] as const satisfies readonly Tone[]

/**
 * A colour for each of the first eight parties of the election's list, which keeps its order while votes come in: a
 * party's colour never changes during a night. The others share grey; independents have a grey of their own.
 */
export function partyTones(parties: readonly PartyEntry[]): (partyId: string) => Tone {
  const named = parties.filter(({ id }) => id !== 'independent')
  const tones = new Map<string, Tone>(
    named.slice(0, slots.length).map(({ id }, index) => [id, slots[index] ?? 'other']),
  )
  return (partyId) => tones.get(partyId) ?? (partyId === 'independent' ? 'independent' : 'other')
}
