import { Loaded, ProblemNotice, roleNames, StaffLink, useAct, useSpeech } from '@intikhab/kernel/console'
import { deviceKindNames, deviceKinds, type DeviceKind } from '@intikhab/kernel/identity/in-browser'
import { Notice } from '@intikhab/kernel/screens'
import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useState, type FormEvent, type ReactNode } from 'react'
import { listPath, useOwnSeats, useSeats, useStations } from './devices-data.ts'
import { EnrolmentSheet, type MadeEnrolment } from './sheet.tsx'
import { words } from './words.ts'

/** Whoever holds the office at the place of each kind of device. */
const officeOf = { phone: 'presiding-officer', laptop: 'returning-officer', kiosk: 'presiding-officer' } as const

type Where = 'all' | 'one' | 'office'

const wheresOf: Readonly<Record<DeviceKind, readonly Where[]>> = {
  phone: ['all', 'one'],
  laptop: ['office'],
  kiosk: ['one', 'all', 'office'],
}

/** Makes one-time enrolments and shows their sheet; the codes live on this screen alone. */
export function EnrolScreen({ params }: { params: Readonly<Record<string, string>> }): ReactNode {
  const election = params['election'] ?? ''
  const { t } = useSpeech()
  const seats = useSeats(election)
  const [made, setMade] = useState<{ readonly kind: DeviceKind; readonly enrolments: readonly MadeEnrolment[] }>()
  return (
    <>
      <p className="no-print">
        <StaffLink to={`/devices/${election}`}>{t(words.backToList)}</StaffLink>
      </p>
      {made !== undefined ? (
        <EnrolmentSheet election={election} {...made} onDone={() => setMade(undefined)} />
      ) : (
        <Loaded query={seats}>
          {(codes) =>
            codes === null ? (
              <>
                <h1>{t(words.enrol)}</h1>
                <Notice title={t(words.noScheme)} />
              </>
            ) : (
              <EnrolForm election={election} seats={codes} onMade={setMade} />
            )
          }
        </Loaded>
      )}
    </>
  )
}

function EnrolForm(props: {
  election: string
  seats: readonly string[]
  onMade: (made: { kind: DeviceKind; enrolments: readonly MadeEnrolment[] }) => void
}): ReactNode {
  const { election, onMade } = props
  const { language, t } = useSpeech()
  const seats = useOwnSeats(props.seats)
  const [kind, setKind] = useState<DeviceKind>('phone')
  const [seat, setSeat] = useState(seats[0] ?? '')
  const [chosen, setWhere] = useState<Where>('all')
  const [station, setStation] = useState('')
  const [by, setBy] = useState<'office' | 'account'>('office')
  const [account, setAccount] = useState('')
  const stations = useStations(election, seat).data ?? []
  const where = wheresOf[kind].includes(chosen) ? chosen : (wheresOf[kind][0] ?? 'one')
  const one = stations.find(({ stationId }) => stationId === station) ?? stations[0]
  const picked = where === 'all' ? stations : one === undefined ? [] : [one]
  const places =
    where === 'office'
      ? [{ kind: 'constituency', code: seat }]
      : picked.map(({ stationId }) => ({ kind: 'station', code: stationId }))
  const act = useAct<object, readonly MadeEnrolment[]>('/api/identity/enrolments', { refresh: [[listPath(election)]] })
  const whereNames = { all: words.allStations, one: words.oneStation, office: words.office }

  function submit(event: FormEvent) {
    event.preventDefault()
    const holder = by === 'office' ? { role: officeOf[kind] } : { accountId: account.trim() }
    act.mutate(
      { electionId: election, kind, holder, places },
      { onSuccess: (enrolments) => onMade({ kind, enrolments }) },
    )
  }

  return (
    <>
      <h1>{t(words.enrol)}</h1>
      <p>{t(words.enrolLead)}</p>
      {act.isError ? <ProblemNotice problem={act.error.problem} answers /> : null}
      <form className="staff-form" onSubmit={submit}>
        <NativeSelect
          label={t(words.kind)}
          value={kind}
          onChange={(event) => setKind(event.currentTarget.value as DeviceKind)}
          data={deviceKinds.map((each) => ({ value: each, label: t(deviceKindNames[each]) }))}
        />
        <NativeSelect
          label={t(words.seat)}
          value={seat}
          onChange={(event) => setSeat(event.currentTarget.value)}
          data={[...seats]}
        />
        <NativeSelect
          label={t(words.where)}
          value={where}
          onChange={(event) => setWhere(event.currentTarget.value as Where)}
          data={wheresOf[kind].map((each) => ({ value: each, label: t(whereNames[each]) }))}
        />
        {where === 'one' ? (
          <NativeSelect
            label={t(words.station)}
            value={one?.stationId ?? ''}
            onChange={(event) => setStation(event.currentTarget.value)}
            data={stations.map(({ stationId, number, nameEn, nameUr }) => ({
              value: stationId,
              label: t(words.stationOption, {
                number: String(number),
                name: language === 'ur' && nameUr !== '' ? nameUr : nameEn,
              }),
            }))}
          />
        ) : null}
        <NativeSelect
          label={t(words.holder)}
          value={by}
          onChange={(event) => setBy(event.currentTarget.value === 'account' ? 'account' : 'office')}
          data={[
            { value: 'office', label: t(words.byOffice, { office: t(roleNames[officeOf[kind]]) }) },
            { value: 'account', label: t(words.byAccount) },
          ]}
        />
        {by === 'account' ? (
          <TextInput
            label={t(words.account)}
            value={account}
            required
            data-latin
            onChange={(event) => setAccount(event.currentTarget.value)}
          />
        ) : null}
        <Button type="submit" loading={act.isPending} disabled={places.length === 0}>
          {t(words.make, { count: places.length })}
        </Button>
      </form>
    </>
  )
}
