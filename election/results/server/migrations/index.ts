import type { SystemMigrations } from '@intikhab/kernel/database'
import { forms } from './0001-forms.ts'

export const resultsMigrations: SystemMigrations = {
  schema: 'results',
  migrations: { '0001-forms': forms },
  appendOnly: ['form', 'set_aside', 'refusal', 'postal_row', 'document', 'recorded'],
}
