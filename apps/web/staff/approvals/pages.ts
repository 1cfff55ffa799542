import type { StaffPage } from '@intikhab/kernel/console'
import { InboxScreen } from './inbox-screen.tsx'
import { ProposalScreen } from './proposal-screen.tsx'
import { words } from './words.ts'

/** The screens on which a second officer decides. */
export const approvalPages: readonly StaffPage[] = [
  { path: '/approvals', act: null, title: words.approvals, Screen: InboxScreen },
  { path: '/approvals/$id', act: null, title: words.approvals, Screen: ProposalScreen },
]
