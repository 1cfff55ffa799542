import { accountName, roleNames, useSpeech } from '@intikhab/kernel/console'
import { fingerprintGroups } from '@intikhab/kernel/identity/in-browser'
import { Code } from '@intikhab/kernel/screens'
import type { ReactNode } from 'react'
import type { ListedDevice, Placed } from './devices-data.ts'
import { words } from './words.ts'

/** The place of a device: a station's or an office's code, or the country. */
export function PlaceName({ device: { scopeKind, scope } }: { device: Placed }): ReactNode {
  const { t } = useSpeech()
  return scopeKind === 'national' ? t(words.nation) : <Code>{scope}</Code>
}

/** Who holds a device: an account by its name, or an office. */
export function useHolder(): (device: Pick<ListedDevice, 'holderName' | 'holderRole'>) => string {
  const { t } = useSpeech()
  return ({ holderName, holderRole }) => {
    if (holderName !== null) return t(accountName(holderName))
    return holderRole === null ? '–' : t(roleNames[holderRole])
  }
}

/** The fingerprint in groups of four, large enough to read aloud. */
export function Fingerprint({ keyId }: { keyId: string }): ReactNode {
  return (
    <ol className="fingerprint" dir="ltr">
      {fingerprintGroups(keyId).map((group, index) => (
        // The groups of a fingerprint never change their order, and two may be equal.
        // oxlint-disable-next-line react/no-array-index-key
        <li key={`${index} ${group}`}>{group}</li>
      ))}
    </ol>
  )
}
