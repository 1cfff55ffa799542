import { resolve } from 'node:path'
import { CannotStart } from '@intikhab/kernel/database'
import type { TokenPlace } from '@intikhab/kernel/keys'
import { z } from 'zod'

/** A PKCS#11 token that holds keys instead of the data folder. */
export interface TokenSettings extends Omit<TokenPlace, 'refusedPin'> {
  /** What the first key of each purpose is called in the token; a purpose that is not named keeps its key in a file. */
  readonly labels: { readonly ledger?: string; readonly editions?: string }
}

const label = z.string().min(1).max(28)

/** What of the environment concerns a PKCS#11 token. */
export const tokenVariables = {
  INTIKHAB_TOKEN_MODULE: z.string().min(1).optional(),
  INTIKHAB_TOKEN: z.string().min(1).max(32).optional(),
  INTIKHAB_TOKEN_SLOT: z.coerce.number().int().min(0).optional(),
  INTIKHAB_TOKEN_PIN_FILE: z.string().min(1).optional(),
  INTIKHAB_TOKEN_PIN: z.string().min(1).optional(),
  INTIKHAB_TOKEN_KEYS: z.enum(['ledger', 'editions', 'ledger,editions']).default('ledger,editions'),
  INTIKHAB_TOKEN_LEDGER_KEY: label.default('intikhab-ledger'),
  INTIKHAB_TOKEN_EDITIONS_KEY: label.default('intikhab-editions'),
}

/** Throws `CannotStart` where a module is named and the token or its PIN is not. */
export function tokenOf(set: z.infer<z.ZodObject<typeof tokenVariables>>): TokenSettings | undefined {
  const { INTIKHAB_TOKEN_MODULE: module, INTIKHAB_TOKEN: name, INTIKHAB_TOKEN_SLOT: slot } = set
  const { INTIKHAB_TOKEN_PIN_FILE: file, INTIKHAB_TOKEN_PIN: value } = set
  if (module === undefined) return undefined
  const token = name !== undefined ? { label: name } : slot !== undefined ? { slot } : undefined
  const pin = file !== undefined ? { file: resolve(file) } : value !== undefined ? { value } : undefined
  if (token === undefined)
    throw new CannotStart('INTIKHAB_TOKEN_MODULE is set, so INTIKHAB_TOKEN or INTIKHAB_TOKEN_SLOT must be set too.')
  if (pin === undefined)
    throw new CannotStart(
      'INTIKHAB_TOKEN_MODULE is set, so INTIKHAB_TOKEN_PIN_FILE or INTIKHAB_TOKEN_PIN must be set too.',
    )
  const inToken = set.INTIKHAB_TOKEN_KEYS.split(',')
  return {
    module: resolve(module),
    token,
    pin,
    labels: {
      ...(inToken.includes('ledger') ? { ledger: set.INTIKHAB_TOKEN_LEDGER_KEY } : {}),
      ...(inToken.includes('editions') ? { editions: set.INTIKHAB_TOKEN_EDITIONS_KEY } : {}),
    },
  }
}
