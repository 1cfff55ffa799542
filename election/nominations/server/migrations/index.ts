import type { SystemMigrations } from '@intikhab/kernel/database'
import { contests } from './0001-contests.ts'

export const nominationsMigrations: SystemMigrations = {
  schema: 'nominations',
  migrations: { '0001-contests': contests },
  appendOnly: ['import_report'],
}
