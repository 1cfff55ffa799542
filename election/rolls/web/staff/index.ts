/** What the staff console imports for the rolls. Built by Vite; Node never imports this. */
import type { ImportKind, StaffPage } from '@intikhab/kernel/console'
import { EditionsScreen } from '../editions/staff/editions-screen.tsx'
import { PrintsScreen } from '../editions/staff/prints-screen.tsx'
import { editionWords, printWords } from '../editions/staff/words.ts'
import { RegistrationDesk } from './desk/desk-screen.tsx'
import { words as deskWords } from './desk/words.ts'
import { claimStaffPages } from './claims/pages.ts'
import { FreezeScreen } from './freeze-screen.tsx'
import { registryFeedPages } from './registry-feed/pages.ts'
import { qualityPages } from './quality/pages.ts'
import { ListsScreen } from './lists/lists-screen.tsx'
import { words as listWords } from './lists/words.ts'
import { SearchLogScreen } from './search-log/search-log-screen.tsx'
import { words as searchLogWords } from './search-log/words.ts'
import { SearchScreen } from './search/search-screen.tsx'
import { words as searchWords } from './search/words.ts'
import { VoterScreen } from './voter/voter-screen.tsx'
import { words as voterWords } from './voter/words.ts'
import { staffWords } from './words.ts'

export { words as registrationDeskWords } from './desk/words.ts'
export { words as registerWords } from './search/words.ts'
export { words as listChangeWords } from './lists/words.ts'
export { words as searchLogWords } from './search-log/words.ts'
export { doorWords, words as claimStaffWords } from './claims/words.ts'
export { words as qualityWords } from './quality/words.ts'
export { words as registryFeedWords } from './registry-feed/words.ts'
export { staffWords as rollsStaffWords } from './words.ts'
export { editionWords as rollEditionWords, printWords as rollPrintWords } from '../editions/staff/words.ts'

export const rollsStaffPages: readonly StaffPage[] = [
  ...claimStaffPages,
  ...registryFeedPages,
  ...qualityPages,
  { path: '/rolls', act: 'rolls.freeze', title: staffWords.rolls, Screen: FreezeScreen },
  { path: '/roll-editions', act: 'rolls.read', title: editionWords.editions, Screen: EditionsScreen },
  { path: '/roll-prints', act: 'rolls.copies', title: printWords.prints, Screen: PrintsScreen },
  { path: '/registration', act: 'rolls.read', title: deskWords.desk, Screen: RegistrationDesk },
  { path: '/registration/$district', act: 'rolls.read', title: deskWords.desk, Screen: RegistrationDesk },
  { path: '/register', act: 'rolls.read', title: searchWords.register, Screen: SearchScreen },
  { path: '/roll-changes', act: 'rolls.read', title: listWords.title, Screen: ListsScreen },
  { path: '/search-log', act: 'audit.read', title: searchLogWords.title, Screen: SearchLogScreen },
  { path: '/register/$district/voters/$voter', act: 'rolls.read', title: voterWords.voter, Screen: VoterScreen },
]

export const rollsImports: readonly ImportKind[] = [
  {
    id: 'voters',
    title: { en: 'Voters', ur: 'ووٹر' },
    what: {
      en: 'A feed of the civil registry. Nobody can be enrolled twice: a CNIC that is on the roll already refuses the feed.',
      ur: 'شہری رجسٹری کی فائل۔ کوئی دو بار درج نہیں ہو سکتا: جو شناختی کارڈ پہلے سے فہرست میں ہو وہ پوری فائل رد کر دیتا ہے۔',
    },
    files: [
      {
        part: 'voters',
        mediaType: 'text/csv',
        endings: '.csv',
        label: { en: 'Voters', ur: 'ووٹر' },
        hint: {
          en: 'CSV of at most 64 MB; larger feeds are imported with the command',
          ur: 'زیادہ سے زیادہ 64 MB کی سی ایس وی؛ بڑی فائلیں کمانڈ سے درآمد ہوتی ہیں',
        },
      },
    ],
    fields: [],
    address: (_fields, file) => `/api/rolls/feeds/${encodeURIComponent(file.replaceAll(/[^\w.-]/g, '-').slice(0, 80))}`,
  },
]
