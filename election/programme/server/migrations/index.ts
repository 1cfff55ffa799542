import type { SystemMigrations } from '@intikhab/kernel/database'
import { migration as programme } from './0001-programme.ts'
import { migration as holidays } from './0002-holidays.ts'
import { migration as reasonSalt } from './0003-reason-salt.ts'
import { migration as approval } from './0004-approval.ts'

/** The schema `programme`: what was announced is added to, never changed. */
export const programmeMigrations: SystemMigrations = {
  schema: 'programme',
  migrations: {
    '0001-programme': programme,
    '0002-holidays': holidays,
    '0003-reason-salt': reasonSalt,
    '0004-approval': approval,
  },
  appendOnly: ['election', 'programme_version'],
}
