import { delimitationImports } from '@intikhab/delimitation/web/staff'
import type { ImportKind } from '@intikhab/kernel/console'
import { nominationsImports } from '@intikhab/nominations/web/staff'
import { pollingSchemeImports } from '@intikhab/polling-scheme/web/staff'
import { rollsImports } from '@intikhab/rolls/web/staff'

/** Every import of the console, in the order in which an election needs them. */
export const importKinds: readonly ImportKind[] = [
  ...delimitationImports,
  ...pollingSchemeImports,
  ...nominationsImports,
  ...rollsImports,
]
