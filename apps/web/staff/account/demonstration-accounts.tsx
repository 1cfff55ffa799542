import { useGet, useSpeech } from '@intikhab/kernel/console'
import type { Text } from '@intikhab/kernel/language'
import { Code } from '@intikhab/kernel/screens'
import type { ReactNode } from 'react'
import { words } from '../words.ts'

interface DemonstrationAccount {
  readonly signInName: string
  readonly password: string
  readonly office: Text
  readonly code: string
}

/** Absent where nobody made the demonstration: the address is then unknown. Codes are good for half a minute. */
export function DemonstrationAccounts(props: { onChoose: (account: DemonstrationAccount) => void }): ReactNode {
  const { t } = useSpeech()
  const accounts = useGet<readonly DemonstrationAccount[]>('/api/demonstration/accounts', { everyMs: 10_000 })
  if (accounts.data === undefined) return null
  return (
    <section aria-labelledby="demonstration">
      <h2 id="demonstration">{t(words.demonstration)}</h2>
      <p>{t(words.demonstrationLead)}</p>
      <ul className="demo-accounts">
        {accounts.data.map((account) => (
          <li key={account.signInName}>
            <button type="button" onClick={() => props.onChoose(account)}>
              <strong>{t(account.office)}</strong> <Code>{account.signInName}</Code>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
