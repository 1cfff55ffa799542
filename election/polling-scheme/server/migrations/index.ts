import type { SystemMigrations } from '@intikhab/kernel/database'
import { migration as scheme } from './0001-scheme.ts'
import { migration as reasonSalt } from './0002-reason-salt.ts'

export const pollingSchemeMigrations: SystemMigrations = {
  schema: 'polling_scheme',
  appendOnly: ['version', 'station', 'part'],
  migrations: { '0001-scheme': scheme, '0002-reason-salt': reasonSalt },
}
