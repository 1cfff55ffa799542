import type { SuspicionReason, Suspicion } from '../../core/quality/suspicion.ts'
import { findCrowdedHouses, findOneAge } from './find-houses.ts'
import { findAddresses, findDead, findGenders, type FinderArea } from './find-singles.ts'
import { findTwoCards, type TwoCards } from './find-two-cards.ts'
import { loadCards } from './load-cards.ts'
import { openWorkTable, type WorkTableLimits } from './work-table.ts'

/** What a search through the whole roll works on. */
export interface FinderInput {
  /** Puts the cards into a file of this name: `cardColumns`, split by tabs, as COPY writes them. */
  readonly writeCards: (file: string) => Promise<void>
  readonly areas: readonly FinderArea[]
  /** The day on which ages are counted, `YYYY-MM-DD`. */
  readonly asOf: string
  /** Its own, for a copy of the cards and what comes of it: some 400 bytes a card. It goes with the end. */
  readonly folder: string
  readonly limits: WorkTableLimits
  /** Told how far it is, from 0 to 1. */
  readonly onProgress?: (part: number) => void
}

export interface Findings {
  readonly cards: number
  readonly suspicions: readonly Suspicion[]
}

/**
 * Looks through all cards of the roll. Works on a copy in a database of its own, outside the register, which is not
 * burdened meanwhile; ten million cards take some three minutes on two processors.
 */
export async function findSuspicions(input: FinderInput): Promise<Findings> {
  const { writeCards, areas, asOf, folder, limits, onProgress } = input
  const work = await openWorkTable(folder, limits)
  const step = onProgress ?? (() => undefined)
  try {
    const file = `${work.folder}/cards.tsv`
    await writeCards(file)
    step(0.2)
    const shares = await loadCards(work, file)
    step(0.35)
    const districts = new Map([...new Set(areas.map(({ district }) => district))].map((code, i) => [code, i]))
    await work.run('create table area (block integer, number integer)')
    await work.fill(
      'area',
      areas.map(({ block, district }) => [block, districts.get(district) ?? 0]),
    )
    const size = {
      cards: Math.max(1, shares.cards),
      blocks: Math.max(1, areas.length),
      districts: Math.max(1, districts.size),
    }
    const pairs = await findTwoCards(work, shares, size, (part) => step(0.35 + 0.45 * part))
    const suspicions = [
      ...pairs.map(suspicionOf),
      ...(await findDead(work, asOf)),
      ...(await findGenders(work)),
      ...(await findCrowdedHouses(work)),
      ...(await findOneAge(work)),
      ...(await findAddresses(work, areas)),
    ]
    step(0.95)
    return { cards: shares.cards, suspicions }
  } finally {
    work.close()
  }
}

function suspicionOf({ cnics, blocks, chance, pair }: TwoCards): Suspicion {
  const reasons: SuspicionReason[] = [
    { code: `name-${pair.name}` },
    { code: `relation-${pair.relationName}` },
    ...(pair.relationChanged ? [{ code: 'relation-changed' } as const] : []),
    { code: `birth-${pair.birth}` },
    { code: `place-${pair.place}` },
  ]
  return { kind: 'two-cards', subject: cnics.join('-'), score: chance, reasons, cnics, blocks }
}
