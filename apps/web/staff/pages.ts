import type { StaffPage } from '@intikhab/kernel/console'
import { programmeStaffPages } from '@intikhab/programme/web/staff'
import { resultsStaffPages } from '@intikhab/results/web/staff'
import { rollsStaffPages } from '@intikhab/rolls/web/staff'
import { devicePages } from './devices/pages.ts'
import { auditPage } from './audit/audit-screen.tsx'
import { approvalPages } from './approvals/pages.ts'
import { accountPage } from './account/account.tsx'
import { historyPages } from './history/pages.ts'
import { homePage } from './home.tsx'
import { importPages } from './imports.tsx'
import { peoplePages } from './people/pages.ts'
import { publishPage } from './publish.tsx'

/** Every screen of the console. */
export const pages: readonly StaffPage[] = [
  homePage,
  accountPage,
  ...approvalPages,
  ...programmeStaffPages,
  ...importPages,
  ...rollsStaffPages,
  ...resultsStaffPages,
  ...peoplePages,
  ...devicePages,
  publishPage,
  ...historyPages,
  auditPage,
]
