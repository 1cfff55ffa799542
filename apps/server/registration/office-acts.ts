import type { CountryVoter } from '@intikhab/rehearsal/country'
import { sectionOfAct, type Cnic, type OfficeAct } from '@intikhab/rolls'
import { given } from '../demonstration.ts'
import type { House } from '../house.ts'
import type { MetVoters } from './met-voters.ts'
import type { Officers } from './officers.ts'

/**
 * What the Registration Officer does upon papers that no form covers: votes from abroad (s.94) and postal ballots (s.93).
 * The first voter changes the choice, so that one history is long.
 */
export async function actUponPapers(
  { rolls }: House,
  { registrationOfficer }: Officers,
  { from, block }: MetVoters,
  first: CountryVoter,
): Promise<void> {
  const act = async ({ cnic }: CountryVoter, kind: Exclude<OfficeAct, 'restored'>, paper: string) => {
    const by = { actor: registrationOfficer, cause: `paper:${paper}`, section: sectionOfAct[kind] }
    given(await rolls.change(cnic as Cnic, { kind }, by))
  }
  await act(first, 'overseas-opted', 'OV-2026/0031')
  await act(first, 'overseas-withdrawn', 'OV-2026/0058')
  await act(first, 'postal-ballot-issued', 'PB-2026/0007')
  await act(from(block()), 'overseas-opted', 'OV-2026/0032')
  await act(from(block()), 'overseas-opted', 'OV-2026/0033')
  await act(from(block()), 'postal-ballot-issued', 'PB-2026/0008')
}
