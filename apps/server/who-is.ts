import { roleNames } from '@intikhab/kernel/identity'
import type { WhoIs } from '@intikhab/rolls'
import type { House } from './house.ts'

/** Who an account is: its office now, and its name where the reader may see people there. */
export function whoIs({ identity }: Pick<House, 'identity'>): WhoIs {
  return async (accountId, reader) => {
    const found = reader === null ? undefined : await identity.people.find(reader, accountId)
    const [grant] = await identity.grantsOf(accountId)
    return {
      name: found?.ok === true ? found.value.account.name : null,
      office: grant === undefined ? null : roleNames[grant.role],
    }
  }
}
