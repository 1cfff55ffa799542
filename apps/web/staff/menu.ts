import type { Text } from '@intikhab/kernel/language'
import {
  claimStaffWords,
  doorWords,
  listChangeWords,
  qualityWords,
  registerWords,
  registrationDeskWords,
  registryFeedWords,
  rollEditionWords,
  rollPrintWords,
  rollsStaffWords,
  searchLogWords,
} from '@intikhab/rolls/web/staff'
import type { FunctionComponent } from 'react'
import { words as peopleWords } from './people/words.ts'
import { words as auditWords } from './audit/words.ts'
import { words as historyWords } from './history/words.ts'
import { WaitingCount } from './approvals/waiting-count.tsx'
import { words as approvalWords } from './approvals/words.ts'
import { words } from './words.ts'

/** An entry of the console's menu, and what stands behind it in a sentence. */
export interface MenuEntry {
  readonly to: string
  readonly act: string | null
  readonly title: Text
  readonly task: Text | null
  /** Stands beside the title. */
  readonly Mark?: FunctionComponent
}

/** What the menu offers to those who hold the act. */
export const menu: readonly MenuEntry[] = [
  { to: '/', act: null, title: words.home, task: null },
  { to: '/approvals', act: null, title: approvalWords.approvals, task: approvalWords.task, Mark: WaitingCount },
  { to: '/programme', act: null, title: words.programme, task: words.programmeTask },
  { to: '/imports', act: 'import.run', title: words.imports, task: words.importsTask },
  { to: '/registration', act: 'rolls.read', title: registrationDeskWords.desk, task: registrationDeskWords.task },
  { to: '/claims', act: 'rolls.read', title: claimStaffWords.claims, task: claimStaffWords.claimsTask },
  { to: '/door', act: 'rolls.verify', title: doorWords.doors, task: doorWords.doorsTask },
  { to: '/register', act: 'rolls.read', title: registerWords.register, task: registerWords.task },
  { to: '/roll-changes', act: 'rolls.read', title: listChangeWords.title, task: listChangeWords.task },
  { to: '/quality', act: 'rolls.quality', title: qualityWords.quality, task: qualityWords.qualityTask },
  { to: '/registry-feed', act: 'rolls.read', title: registryFeedWords.feed, task: registryFeedWords.feedTask },
  { to: '/rolls', act: 'rolls.freeze', title: rollsStaffWords.rolls, task: rollsStaffWords.rollsTask },
  {
    to: '/roll-editions',
    act: 'rolls.read',
    title: rollEditionWords.editions,
    task: rollEditionWords.editionsTask,
  },
  { to: '/roll-prints', act: 'rolls.copies', title: rollPrintWords.prints, task: rollPrintWords.printsTask },
  { to: '/results', act: 'results.read-desk', title: words.results, task: words.resultsTask },
  { to: '/people', act: 'accounts.read', title: peopleWords.people, task: peopleWords.peopleTask },
  { to: '/devices', act: 'devices.read', title: words.devices, task: words.devicesTask },
  { to: '/publishing', act: null, title: words.publish, task: words.publishTask },
  { to: '/audit', act: 'audit.read', title: auditWords.audit, task: auditWords.task },
  { to: '/search-log', act: 'audit.read', title: searchLogWords.title, task: searchLogWords.task },
  { to: '/history', act: 'history.read', title: historyWords.history, task: historyWords.task },
]
