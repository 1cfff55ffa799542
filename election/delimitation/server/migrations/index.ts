import type { SystemMigrations } from '@intikhab/kernel/database'
import { places } from './0001-places.ts'

export const delimitationMigrations: SystemMigrations = {
  schema: 'delimitation',
  migrations: { '0001-places': places },
  appendOnly: ['import_report'],
}
