import type { SystemMigrations } from '@intikhab/kernel/database'
import { migration as rolls } from './0001-rolls.ts'
import { trust } from './0002-trust.ts'
import { register } from './0003-register.ts'
import { registryFeed } from './0004-registry-feed.ts'
import { claims, claimsAppendOnly } from './0005-claims.ts'
import { quality } from './0006-quality.ts'
import { editions } from './0007-editions.ts'
import { statistics } from './0008-statistics.ts'
import { door } from './0009-door.ts'
import { searchLog } from './0010-search-log.ts'
import { reopenings } from './0011-reopenings.ts'
import { claimsDesk } from './0012-claims-desk.ts'

/** The schema `rolls`. The register lives and is corrected, each time by an action; what was published from it are the editions. */
export const rollsMigrations: SystemMigrations = {
  schema: 'rolls',
  migrations: {
    '0001-rolls': rolls,
    '0002-trust': trust,
    '0003-register': register,
    '0004-registry-feed': registryFeed,
    '0005-claims': claims,
    '0006-quality': quality,
    '0007-editions': editions,
    '0008-statistics': statistics,
    '0009-door': door,
    '0010-search-log': searchLog,
    '0011-reopenings': reopenings,
    '0012-claims-desk': claimsDesk,
  },
  appendOnly: [
    'import',
    'freeze',
    'action',
    'batch',
    'stage',
    'marked_copy',
    'mark',
    'copy',
    'reopening',
    'search_log',
    ...claimsAppendOnly,
  ],
}
