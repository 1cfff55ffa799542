import { ProblemNotice, useAct, useSpeech } from '@intikhab/kernel/console'
import { revocationReasonNames, revocationReasons, type RevocationReason } from '@intikhab/kernel/identity/in-browser'
import { Notice } from '@intikhab/kernel/screens'
import { Button, NativeSelect } from '@mantine/core'
import { useState, type FormEvent, type ReactNode } from 'react'
import { listPath, useOwnSeats, useSeats } from './devices-data.ts'
import { words } from './words.ts'

function ReasonChoice(props: { value: RevocationReason; onChange: (reason: RevocationReason) => void }): ReactNode {
  const { t } = useSpeech()
  return (
    <NativeSelect
      label={t(words.reason)}
      value={props.value}
      onChange={(event) => props.onChange(event.currentTarget.value as RevocationReason)}
      data={revocationReasons.map((reason) => ({ value: reason, label: t(revocationReasonNames[reason]) }))}
    />
  )
}

/** Revokes one device, with the reason. */
export function RevokeDevice({ election, keyId }: { election: string; keyId: string }): ReactNode {
  const { t } = useSpeech()
  const [reason, setReason] = useState<RevocationReason>('lost')
  const act = useAct<{ reason: RevocationReason }, undefined>(`/api/identity/devices/${keyId}/revocation`, {
    refresh: [[listPath(election, keyId)], [listPath(election)]],
  })
  return (
    <>
      <h2>{t(words.revoke)}</h2>
      <p>{t(words.revokeLead)}</p>
      {act.isError ? <ProblemNotice problem={act.error.problem} answers /> : null}
      <form
        className="staff-form"
        onSubmit={(event) => {
          event.preventDefault()
          act.mutate({ reason })
        }}
      >
        <ReasonChoice value={reason} onChange={setReason} />
        <Button type="submit" color="var(--bad)" loading={act.isPending}>
          {t(words.revoke)}
        </Button>
      </form>
    </>
  )
}

/** Revokes every device of a seat; asks once more, naming the seat. */
export function RevokeSeat({ election }: { election: string }): ReactNode {
  const { t } = useSpeech()
  const seats = useOwnSeats(useSeats(election).data ?? [])
  const [chosen, setSeat] = useState('')
  const [reason, setReason] = useState<RevocationReason>('ended')
  const [asked, setAsked] = useState(false)
  const act = useAct<{ electionId: string; seat: string; reason: RevocationReason }, { revoked: number }>(
    '/api/identity/devices/revocations',
    { refresh: [[listPath(election)]] },
  )
  const seat = chosen === '' ? (seats[0] ?? '') : chosen
  if (seat === '') return null
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (asked) act.mutate({ electionId: election, seat, reason }, { onSettled: () => setAsked(false) })
    else setAsked(true)
  }
  return (
    <details className="check">
      <summary>{t(words.revokeSeat)}</summary>
      <p>{t(words.revokeSeatLead)}</p>
      {act.isError ? <ProblemNotice problem={act.error.problem} answers /> : null}
      {act.isSuccess ? <Notice kind="good" live title={t(words.revokedCount, { count: act.data.revoked })} /> : null}
      <form className="staff-form" onSubmit={submit}>
        <NativeSelect
          label={t(words.seat)}
          value={seat}
          data={[...seats]}
          onChange={(event) => {
            setSeat(event.currentTarget.value)
            setAsked(false)
          }}
        />
        <ReasonChoice value={reason} onChange={setReason} />
        <Button type="submit" color="var(--bad)" variant={asked ? 'filled' : 'outline'} loading={act.isPending}>
          {asked ? t(words.sure, { seat }) : t(words.revokeSeat)}
        </Button>
      </form>
    </details>
  )
}
