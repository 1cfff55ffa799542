import { getBlock, type Country } from '@intikhab/rehearsal/country'
import { putCentre, type RollId } from '@intikhab/rolls'
import { given } from '../demonstration.ts'
import type { House } from '../house.ts'
import { queueDisplay } from '../roll-editions.ts'
import { district, type Officers } from './officers.ts'

/** A display centre for each census circle, in the building of the first polling station that serves it. */
export async function openDisplayCentres(
  { database, ledger, now }: House,
  country: Country,
  { registrationOfficer }: Officers,
  rollId: RollId,
): Promise<void> {
  const parts = { database, ledger, now, queuePublication: queueDisplay }
  const buildings = new Map<string, { readonly en: string; readonly ur: string }>()
  for (const { name, parts } of country.stations)
    for (const { blockCode } of parts) if (!buildings.has(blockCode)) buildings.set(blockCode, name)
  for (const { name, blocks: indices } of country.circles) {
    const blocks = indices.map((index) => getBlock(country.blocks[index]?.code ?? ''))
    const building = buildings.get(blocks[0] ?? '') ?? name
    const centre = {
      number: null,
      district,
      nameEn: building.en,
      nameUr: building.ur,
      addressEn: `${name.en}, Islamabad`,
      addressUr: `${name.ur}، اسلام آباد`,
      opensAt: '09:00',
      closesAt: '17:00',
      isClosed: false,
      blocks,
    }
    given(await putCentre(parts, rollId, centre, registrationOfficer))
  }
}
