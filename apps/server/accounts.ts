import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { z } from 'zod'
import { CannotStart } from '@intikhab/kernel/database'
import { newTotpSecret, roleNames, totpCode, type Grant, type Identity } from '@intikhab/kernel/identity'
import { route, type Route } from '@intikhab/kernel/http'
import type { Text } from '@intikhab/kernel/language'
import { accept } from '@intikhab/kernel/refusal'

/** An account made by the program itself, so that somebody can sign in; its secrets are meant to be shown. */
export interface StarterAccount {
  readonly signInName: string
  readonly password: string
  readonly totpSecret: string
  readonly office: Text
  readonly grants: readonly Grant[]
}

function officeOf({ signInName, grants }: Pick<StarterAccount, 'signInName' | 'grants'>): Text {
  const [grant] = grants
  if (grant === undefined) throw new Error('a starter account holds an office')
  const { en, ur } = roleNames[grant.role]
  if (signInName === 'second-secretariat') return { en: `${en}, second officer`, ur: `${ur}، دوسرا افسر` }
  if (grant.scope.kind !== 'constituency') return { en, ur }
  return { en: `${en}, ${grant.scope.code}`, ur: `${ur}، ${grant.scope.code}` }
}

/** Makes the accounts with drawn passwords and secrets, and keeps them in `file` (0600) so that they can be shown again. */
export async function makeStarterAccounts(
  identity: Identity,
  offices: readonly Pick<StarterAccount, 'signInName' | 'grants'>[],
  file: string,
): Promise<StarterAccount[]> {
  const made: StarterAccount[] = []
  for (const { signInName, grants } of offices) {
    const password = randomBytes(12).toString('base64url')
    const account = {
      signInName,
      password,
      grants,
      totpSecret: newTotpSecret(),
      office: officeOf({ signInName, grants }),
    }
    const { totpSecret } = account
    const created = await identity.accounts.create({
      signInName,
      name: account.office.en,
      password,
      grants,
      totpSecret,
    })
    if (!created.ok) throw new Error(`the account ${signInName} was refused: ${created.refusal.kind.code}`)
    made.push(account)
  }
  writeFileSync(file, JSON.stringify(made), { mode: 0o600 })
  return made
}

/** The starter accounts of an installation; none where nobody ever made any. */
export function readStarterAccounts(file: string): StarterAccount[] {
  if (!existsSync(file)) return []
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as StarterAccount[]
  } catch {
    throw new CannotStart(`The accounts in ${file} are damaged. Restore the file from a copy, or delete it.`)
  }
}

/**
 * In a demonstration anybody may look over the officers' shoulders: names, passwords and the one-time codes of this
 * moment. Composed only where the demonstration country was made.
 */
export function demonstrationAccountRoutes(accounts: readonly StarterAccount[], now: () => Date): Route[] {
  return [
    route({
      method: 'GET',
      path: '/api/demonstration/accounts',
      act: 'public',
      tag: 'demonstration',
      summary: 'Accounts of the demonstration with their one-time codes of this moment',
      response: z.array(
        z.object({
          signInName: z.string(),
          password: z.string(),
          office: z.object({ en: z.string(), ur: z.string() }),
          code: z.string(),
        }),
      ),
      handler: async () =>
        accept(
          accounts.map(({ signInName, password, office, totpSecret }) => ({
            signInName,
            password,
            office,
            code: totpCode(totpSecret, now()),
          })),
        ),
    }),
  ]
}
