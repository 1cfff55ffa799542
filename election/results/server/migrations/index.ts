import type { SystemMigrations } from '@intikhab/kernel/database'
import { forms } from './0001-forms.ts'
import { evidence } from './0002-evidence.ts'
import { trust } from './0003-trust.ts'

export const resultsMigrations: SystemMigrations = {
  schema: 'results',
  migrations: { '0001-forms': forms, '0002-evidence': evidence, '0003-trust': trust },
  appendOnly: [
    'form',
    'set_aside',
    'refusal',
    'postal_row',
    'document',
    'recorded',
    'evidence',
    'decision',
    'recount_order',
  ],
}
