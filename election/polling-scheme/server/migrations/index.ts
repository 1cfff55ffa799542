import type { SystemMigrations } from '@intikhab/kernel/database'
import { migration as scheme } from './0001-scheme.ts'

export const pollingSchemeMigrations: SystemMigrations = {
  schema: 'polling_scheme',
  appendOnly: ['version', 'station', 'part'],
  migrations: { '0001-scheme': scheme },
}
