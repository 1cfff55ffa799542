import type { SystemMigrations } from '@intikhab/kernel/database'
import { migration as programme } from './0001-programme.ts'

/** The schema `programme`: what was announced is added to, never changed. */
export const programmeMigrations: SystemMigrations = {
  schema: 'programme',
  migrations: { '0001-programme': programme },
  appendOnly: ['election', 'programme_version'],
}
