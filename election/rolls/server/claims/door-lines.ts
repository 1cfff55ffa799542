import type { Database } from '@intikhab/kernel/database'
import { tellNews } from '../../core/claims/door-news.ts'
import type { RegistryNews } from '../../core/claims/door.ts'
import { maskCnic } from '../../core/identifiers.ts'
import { isEnrolled, type Voter } from '../../core/register/voter.ts'
import { cardSays } from '../../core/registry-feed/card-says.ts'
import type { Rolls } from '../register/rolls.ts'
import type { DoorLine } from './door-paper.ts'
import type { DoorList } from './door-store.ts'
import { readNews } from './registry-news.ts'

/** Somebody on a list for the door, as an officer sees them on the screen. */
export type ShownDoorLine = DoorLine & {
  /** Masked. */
  readonly cnic: string
  readonly nameEn: string
}

/** The lines of a list with names, where to go and what the registry told; whoever is no longer known is left out. */
export async function showLines(
  { rolls, database }: { readonly rolls: Rolls; readonly database: Database },
  { people, block }: Pick<DoorList, 'people' | 'block'>,
): Promise<readonly ShownDoorLine[]> {
  const voters = await Promise.all(people.map(({ cnic }) => rolls.store.findVoter(cnic)))
  const told = await readNews(
    database.tables(),
    people.flatMap(({ record }) => record ?? []),
  )
  return people.flatMap(({ line, cnic, why, record }, n) => {
    const voter = voters[n]
    if (voter === undefined) return []
    const { nameUr, nameEn, relation, relationNameUr } = voter
    const news = record === null ? undefined : told.get(record)
    const addressUr = doorOf(voter, news, block)
    const shown = news === undefined ? null : tellNews(voter, news)
    return [{ line, cnic: maskCnic(cnic), nameUr, nameEn, relation, relationNameUr, addressUr, why, news: shown }]
  })
}

/** The address of the card where the list is of its area, else the one of the register. */
function doorOf(voter: Voter, news: RegistryNews | undefined, block: string): string {
  const { addresses, chosen } = voter
  if (isEnrolled(voter) && news?.card != null) {
    const { address } = cardSays(news.card, voter)
    if (address.block === block) return address.textUr
  }
  return addresses[chosen]?.textUr ?? addresses.permanent.textUr
}
