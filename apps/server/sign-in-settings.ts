import { CannotStart } from '@intikhab/kernel/database'
import type { DirectorySettings } from '@intikhab/kernel/identity'
import { z } from 'zod'

const webAddress = z.url({ protocol: /^https?$/ })

/** What of the environment concerns how staff come in. */
export const signInVariables = {
  INTIKHAB_SITE: webAddress.optional(),
  INTIKHAB_DIRECTORY_ISSUER: webAddress.optional(),
  INTIKHAB_DIRECTORY_CLIENT_ID: z.string().min(1).optional(),
  INTIKHAB_DIRECTORY_CLIENT_SECRET: z.string().min(1).optional(),
  INTIKHAB_DIRECTORY_SECOND_FACTORS: z.string().default(''),
}

/** Throws `CannotStart` where the directory is named and its client is not. */
export function directoryOf(set: z.infer<z.ZodObject<typeof signInVariables>>): DirectorySettings | undefined {
  const issuer = set.INTIKHAB_DIRECTORY_ISSUER
  const clientId = set.INTIKHAB_DIRECTORY_CLIENT_ID
  if (issuer === undefined) return undefined
  if (clientId === undefined)
    throw new CannotStart('INTIKHAB_DIRECTORY_ISSUER is set, so INTIKHAB_DIRECTORY_CLIENT_ID must be set too.')
  return {
    issuer,
    clientId,
    clientSecret: set.INTIKHAB_DIRECTORY_CLIENT_SECRET,
    secondFactor: set.INTIKHAB_DIRECTORY_SECOND_FACTORS.split(',')
      .map((each) => each.trim())
      .filter((each) => each !== ''),
  }
}
