import { Loaded, StaffLink, useSession, useSpeech } from '@intikhab/kernel/console'
import { deviceKindNames, revocationReasonNames } from '@intikhab/kernel/identity/in-browser'
import { Facts, Notice, When } from '@intikhab/kernel/screens'
import type { ReactNode } from 'react'
import { useDevices, type ListedDevice } from './devices-data.ts'
import { Fingerprint, PlaceName, useHolder } from './parts.tsx'
import { RevokeDevice } from './revoke.tsx'
import { words } from './words.ts'

/** One device: what it is, whose, where, its fingerprint to compare, and its revocation. */
export function DeviceScreen({ params }: { params: Readonly<Record<string, string>> }): ReactNode {
  const [election, keyId] = [params['election'] ?? '', params['device'] ?? '']
  const { t } = useSpeech()
  return (
    <>
      <p>
        <StaffLink to={`/devices/${election}`}>{t(words.backToList)}</StaffLink>
      </p>
      <Loaded query={useDevices(election, keyId)}>
        {({ devices: [device] }) =>
          device === undefined ? <h1>{t(words.noDevices)}</h1> : <Device election={election} device={device} />
        }
      </Loaded>
    </>
  )
}

function Device({ election, device }: { election: string; device: ListedDevice }): ReactNode {
  const { language, t } = useSpeech()
  const { may } = useSession()
  const holder = useHolder()
  const { keyId, kind, enrolledAt, lastUsedAt, revokedAt, revokeReason } = device
  return (
    <>
      <h1>
        {t(deviceKindNames[kind])} <PlaceName device={device} />
      </h1>
      {revokedAt === null || revokeReason === null ? null : (
        <Notice kind="late" title={t(words.revokedBecause, { reason: t(revocationReasonNames[revokeReason]) })} live>
          <p>
            <When at={revokedAt} language={language} />
          </p>
        </Notice>
      )}
      <Facts
        facts={[
          { key: 'holder', name: t(words.holder), value: <bdi>{holder(device)}</bdi> },
          { key: 'enrolled', name: t(words.enrolledAt), value: <When at={enrolledAt} language={language} /> },
          {
            key: 'used',
            name: t(words.lastUsed),
            value: lastUsedAt === null ? t(words.never) : <When at={lastUsedAt} language={language} />,
          },
        ]}
      />
      <h2>{t(words.fingerprint)}</h2>
      <Fingerprint keyId={keyId} />
      <p>{t(words.compare)}</p>
      {revokedAt === null && may('devices.revoke') ? <RevokeDevice election={election} keyId={keyId} /> : null}
    </>
  )
}
