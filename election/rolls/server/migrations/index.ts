import type { SystemMigrations } from '@intikhab/kernel/database'
import { migration as rolls } from './0001-rolls.ts'

/** The schema `rolls`. The register lives and is corrected; what was published from it are the editions. */
export const rollsMigrations: SystemMigrations = { schema: 'rolls', migrations: { '0001-rolls': rolls } }
