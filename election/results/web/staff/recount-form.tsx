import {
  ProblemNotice,
  ProposedNotice,
  useAct,
  useSession,
  useSpeech,
  type ProposedAct,
} from '@intikhab/kernel/console'
import { nameIn } from '@intikhab/kernel/screens'
import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core'
import { useState, type FormEvent, type ReactNode } from 'react'
import type { ContestResult } from '../../core/edition.ts'
import { isOpenRecount } from '../../core/recount-order.ts'
import { mayInSeat } from './seat-data.ts'
import { staffWords } from './words.ts'

type RecountBody =
  | {
      readonly basis: 'request'
      readonly requestedBy: number
      readonly requestedAt: string
      readonly reason: string
    }
  | { readonly basis: 'commission'; readonly reason: string }

/**
 * Proposes a recount: the officers of the seat on a candidate's request, the secretariat for the Commission. Shown only
 * while one may still be ordered; the tests of the law stand beside it.
 */
export function RecountForm({ contest }: { contest: ContestResult }): ReactNode {
  const person = useSession()
  const { t } = useSpeech()
  const { electionId, contestId, documents, recounts, noCount } = contest
  const act = useAct<RecountBody, ProposedAct>(`/api/results/${electionId}/contests/${contestId}/recounts`, {
    refresh: [['/api/approvals']],
  })
  const isCommission = person.grants.some(({ role }) => role === 'secretariat')
  const ends = isCommission ? '49' : '48'
  const isOver = documents.some(({ form }) => form === ends)
  const isUnderWay = recounts.some((order) => isOpenRecount(order, documents))
  if (noCount !== null || isOver || isUnderWay || !mayInSeat(person, 'results.recount', contestId)) return null
  return (
    <section>
      <h2>{t(staffWords.recountTitle)}</h2>
      <p>{t(isCommission ? staffWords.commissionLead : staffWords.recountLead)}</p>
      {act.isSuccess ? (
        <ProposedNotice proposed={act.data} />
      ) : (
        <Order contest={contest} isCommission={isCommission} isPending={act.isPending} onSend={act.mutate} />
      )}
      {act.isError ? <ProblemNotice problem={act.error.problem} answers /> : null}
    </section>
  )
}

function Order(props: {
  contest: ContestResult
  isCommission: boolean
  isPending: boolean
  onSend: (body: RecountBody) => void
}): ReactNode {
  const { contest, isCommission, isPending, onSend } = props
  const { language, t } = useSpeech()
  const [candidate, setCandidate] = useState(contest.runnerUp?.serial ?? 1)
  const [day, setDay] = useState('')
  const [hour, setHour] = useState('')
  const [reason, setReason] = useState('')
  const send = (event: FormEvent) => {
    event.preventDefault()
    const words = reason.trim()
    if (isCommission) onSend({ basis: 'commission', reason: words })
    else {
      // Pakistan Standard Time, whatever the clock of this computer is set to.
      const requestedAt = new Date(`${day}T${hour}:00+05:00`).toISOString()
      onSend({ basis: 'request', requestedBy: candidate, requestedAt, reason: words })
    }
  }
  return (
    <form className="staff-form" onSubmit={send}>
      {isCommission ? null : (
        <>
          <NativeSelect
            label={t(staffWords.requestOf)}
            value={String(candidate)}
            onChange={(event) => setCandidate(Number(event.currentTarget.value))}
            data={contest.candidates.map(({ serial, name }) => ({
              value: String(serial),
              label: `${serial}. ${nameIn(language, name)}`,
            }))}
          />
          <TextInput
            type="date"
            label={t(staffWords.receivedOn)}
            required
            value={day}
            onChange={(event) => setDay(event.currentTarget.value)}
          />
          <TextInput
            type="time"
            label={t(staffWords.receivedHour)}
            required
            value={hour}
            onChange={(event) => setHour(event.currentTarget.value)}
          />
        </>
      )}
      <Textarea
        label={t(staffWords.reason)}
        description={t(staffWords.orderReasonHint)}
        required
        minLength={10}
        maxLength={500}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <Button type="submit" loading={isPending}>
        {t(staffWords.proposeRecount)}
      </Button>
    </form>
  )
}
