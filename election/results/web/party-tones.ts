import type { Tone } from '@intikhab/kernel/screens'
import type { PartyEntry } from '../core/edition.ts'

const slots = ['p1', 'p2', 'p3', 'p4', 'p5', 'p6', 'p7', 'p8'] as const satisfies readonly Tone[]

/** Parties with several seats in 2018 come first, so that their colours stay the same from one election to the next. */
const known = ['pti', 'pppp', 'pml-n', 'mma', 'mqm-p', 'gda', 'bap', 'anp']

/**
 * A colour for eight parties by the election's list, which keeps its order while votes come in: a party's colour never
 * changes during a night. The others share grey; independents have a grey of their own.
 */
export function partyTones(parties: readonly PartyEntry[]): (partyId: string) => Tone {
  const rank = (id: string) => (known.includes(id) ? known.indexOf(id) : known.length)
  const named = parties.filter(({ id }) => id !== 'independent').toSorted((a, b) => rank(a.id) - rank(b.id))
  const tones = new Map<string, Tone>(
    named.slice(0, slots.length).map(({ id }, index) => [id, slots[index] ?? 'other']),
  )
  return (partyId) => tones.get(partyId) ?? (partyId === 'independent' ? 'independent' : 'other')
}
