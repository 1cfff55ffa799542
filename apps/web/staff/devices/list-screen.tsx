import {
  DataTable,
  ElectionChoice,
  Loaded,
  StaffLink,
  useAct,
  useSession,
  useSpeech,
  type DataColumn,
} from '@intikhab/kernel/console'
import { deviceKindNames, fingerprintGroups, revocationReasonNames } from '@intikhab/kernel/identity/in-browser'
import { Code, Tag, When } from '@intikhab/kernel/screens'
import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useDeferredValue, useState, type ReactNode } from 'react'
import { listPath, useDevices, type ListedDevice, type WaitingEnrolment } from './devices-data.ts'
import { PlaceName, useHolder } from './parts.tsx'
import { RevokeSeat } from './revoke.tsx'
import { words } from './words.ts'

/** Leads to the devices of the only election, or offers the elections. */
export function DeviceElections(): ReactNode {
  return <ElectionChoice title={words.devices} to={(id) => `/devices/${id}`} />
}

function useColumns(election: string): readonly DataColumn<ListedDevice>[] {
  const { language, t } = useSpeech()
  const holder = useHolder()
  const stateOf = ({ revokeReason }: ListedDevice) =>
    revokeReason === null ? t(words.good) : `${t(words.revoked)}: ${t(revocationReasonNames[revokeReason])}`
  return [
    {
      key: 'place',
      head: t(words.place),
      names: true,
      value: ({ scope }) => scope,
      cell: (device) => (
        <StaffLink to={`/devices/${election}/device/${device.keyId}`}>
          <PlaceName device={device} />
        </StaffLink>
      ),
    },
    {
      key: 'state',
      head: t(words.state),
      value: stateOf,
      cell: (device) => <Tag tone={device.revokedAt === null ? 'good' : 'bad'}>{stateOf(device)}</Tag>,
    },
    { key: 'kind', head: t(words.kind), value: ({ kind }) => t(deviceKindNames[kind]), wideOnly: true },
    { key: 'holder', head: t(words.holder), value: holder, wideOnly: true },
    {
      key: 'fingerprint',
      head: t(words.fingerprint),
      value: ({ keyId }) => keyId,
      cell: ({ keyId }) => <Code>{`${fingerprintGroups(keyId).slice(0, 2).join(' ')} …`}</Code>,
      wideOnly: true,
    },
    {
      key: 'enrolled',
      head: t(words.enrolledAt),
      value: ({ enrolledAt }) => enrolledAt,
      cell: ({ enrolledAt }) => <When at={enrolledAt} language={language} />,
      wideOnly: true,
    },
    {
      key: 'used',
      head: t(words.lastUsed),
      value: ({ lastUsedAt }) => lastUsedAt,
      cell: ({ lastUsedAt }) => (lastUsedAt === null ? t(words.never) : <When at={lastUsedAt} language={language} />),
    },
  ]
}

/** The devices of an election within one's reach: search, state, what waits, and a whole seat's revocation. */
export function DeviceListScreen({ params }: { params: Readonly<Record<string, string>> }): ReactNode {
  const election = params['election'] ?? ''
  const { t } = useSpeech()
  const { may } = useSession()
  const [typed, setTyped] = useState('')
  const [state, setState] = useState('all')
  const find = useDeferredValue(typed.trim())
  const columns = useColumns(election)
  return (
    <>
      <h1>{t(words.devices)}</h1>
      <p>{t(words.devicesLead)}</p>
      {may('devices.enrol') ? (
        <p>
          <StaffLink to={`/devices/${election}/enrol`} className="button">
            {t(words.enrol)}
          </StaffLink>
        </p>
      ) : null}
      <form className="device-search" onSubmit={(event) => event.preventDefault()}>
        <TextInput
          type="search"
          label={t(words.find)}
          value={typed}
          maxLength={60}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <NativeSelect
          label={t(words.state)}
          value={state}
          onChange={(event) => setState(event.currentTarget.value)}
          data={[
            { value: 'all', label: t(words.all) },
            { value: 'good', label: t(words.onlyGood) },
            { value: 'revoked', label: t(words.onlyRevoked) },
          ]}
        />
      </form>
      <Loaded query={useDevices(election, find, state)}>
        {({ devices, count, waiting }) => (
          <>
            {count > devices.length ? (
              <p className="caption">{t(words.firstOf, { shown: devices.length, count })}</p>
            ) : null}
            <DataTable
              caption={t(words.devices)}
              empty={t(words.noDevices)}
              rows={devices}
              rowKey={({ keyId }) => keyId}
              file={`devices-${election}.csv`}
              columns={columns}
            />
            {waiting.length === 0 ? null : <Waiting waiting={waiting} refresh={listPath(election, find, state)} />}
          </>
        )}
      </Loaded>
      {may('devices.revoke') ? <RevokeSeat election={election} /> : null}
    </>
  )
}

function Waiting(props: { waiting: readonly WaitingEnrolment[]; refresh: string }): ReactNode {
  const { language, t } = useSpeech()
  const { may } = useSession()
  const byPlace = (a: WaitingEnrolment, b: WaitingEnrolment) =>
    a.scope.localeCompare(b.scope, undefined, { numeric: true })
  return (
    <DataTable
      caption={t(words.waiting)}
      rows={props.waiting.toSorted(byPlace)}
      rowKey={({ enrolmentId }) => enrolmentId}
      columns={[
        {
          key: 'place',
          head: t(words.place),
          names: true,
          value: ({ scope }) => scope,
          cell: (enrolment) => <PlaceName device={enrolment} />,
        },
        { key: 'kind', head: t(words.kind), value: ({ kind }) => t(deviceKindNames[kind]), wideOnly: true },
        {
          key: 'lapses',
          head: t(words.lapses),
          value: ({ lapsesAt }) => lapsesAt,
          cell: ({ lapsesAt }) => <When at={lapsesAt} language={language} />,
        },
        {
          key: 'withdraw',
          head: t(words.withdraw),
          value: () => null,
          cell: (enrolment) =>
            may('devices.enrol') ? <Withdraw enrolment={enrolment} refresh={props.refresh} /> : null,
        },
      ]}
    />
  )
}

function Withdraw(props: { enrolment: WaitingEnrolment; refresh: string }): ReactNode {
  const { enrolment, refresh } = props
  const { t } = useSpeech()
  const act = useAct<undefined, undefined>(`/api/identity/enrolments/${enrolment.enrolmentId}/withdrawal`, {
    refresh: [[refresh]],
  })
  return (
    <Button
      variant="default"
      size="compact-md"
      aria-label={t(words.withdrawOf, { place: enrolment.scope })}
      loading={act.isPending}
      onClick={() => act.mutate(undefined)}
    >
      {t(words.withdraw)}
    </Button>
  )
}
