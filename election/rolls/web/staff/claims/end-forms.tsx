import {
  ProblemNotice,
  ProposedNotice,
  useAct,
  useSession,
  useSpeech,
  type ProposedAct,
} from '@intikhab/kernel/console'
import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core'
import { useState, type FormEvent, type ReactNode } from 'react'
import type { ClaimView } from '../../../server/claims/claim-view.ts'
import { useStep } from './claim-step.ts'
import { words } from './words.ts'

/** What ends a claim without an order, what follows an order, and the Commission's order in a freeze. */
export function EndForms({ claim, isMine }: { claim: ClaimView; isMine: boolean }): ReactNode {
  const { t } = useSpeech()
  const { may } = useSession()
  const { appeal, decision, isOpen, isFrozen } = claim
  return (
    <>
      {isMine && isOpen ? <EndForm claim={claim} /> : null}
      {isMine && decision !== null && appeal === null ? <AppealForm claim={claim} /> : null}
      {appeal === null ? null : <p>{t(words.appealNoted, { court: appeal.court, reference: appeal.reference })}</p>}
      {isOpen && isFrozen && may('rolls.order') ? <CommissionForm docket={claim.docket} /> : null}
    </>
  )
}

function EndForm({ claim }: { claim: ClaimView }): ReactNode {
  const { t } = useSpeech()
  const step = useStep(claim)
  const [kind, setKind] = useState<'withdrawn' | 'lapsed'>('withdrawn')
  const [reason, setReason] = useState('')
  const send = (event: FormEvent) => {
    event.preventDefault()
    step.mutate({ kind, reason: reason.trim() })
  }
  return (
    <details>
      <summary>{t(words.end)}</summary>
      <form className="staff-form" onSubmit={send}>
        <NativeSelect
          label={t(words.end)}
          value={kind}
          onChange={(event) => setKind(event.currentTarget.value === 'lapsed' ? 'lapsed' : 'withdrawn')}
          data={[
            { value: 'withdrawn', label: t(words.withdraw) },
            { value: 'lapsed', label: t(words.lapse) },
          ]}
        />
        <Textarea
          label={t(words.reason)}
          required
          withAsterisk={false}
          minLength={10}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        {step.isError ? <ProblemNotice problem={step.error.problem} answers /> : null}
        <Button type="submit" variant="default" loading={step.isPending}>
          {t(words.end)}
        </Button>
      </form>
    </details>
  )
}

function AppealForm({ claim }: { claim: ClaimView }): ReactNode {
  const { t } = useSpeech()
  const step = useStep(claim)
  const [court, setCourt] = useState('')
  const [reference, setReference] = useState('')
  const send = (event: FormEvent) => {
    event.preventDefault()
    step.mutate({ kind: 'appeal-noted', court: court.trim(), reference: reference.trim() })
  }
  return (
    <details>
      <summary>{t(words.appeal)}</summary>
      <form className="staff-form" onSubmit={send}>
        <TextInput
          label={t(words.court)}
          required
          withAsterisk={false}
          value={court}
          onChange={(event) => setCourt(event.currentTarget.value)}
        />
        <TextInput
          label={t(words.reference)}
          required
          withAsterisk={false}
          value={reference}
          onChange={(event) => setReference(event.currentTarget.value)}
        />
        {step.isError ? <ProblemNotice problem={step.error.problem} answers /> : null}
        <Button type="submit" variant="default" loading={step.isPending}>
          {t(words.appeal)}
        </Button>
      </form>
    </details>
  )
}

interface OrderBody {
  readonly number: string
  readonly scope: { readonly kind: 'claim'; readonly docket: string }
  readonly reason: string
}

function CommissionForm({ docket }: { docket: string }): ReactNode {
  const { t } = useSpeech()
  const act = useAct<OrderBody, ProposedAct>('/api/rolls/orders', { refresh: [['/api/approvals']] })
  const [number, setNumber] = useState('')
  const [reason, setReason] = useState('')
  if (act.isSuccess) return <ProposedNotice proposed={act.data} />
  const send = (event: FormEvent) => {
    event.preventDefault()
    act.mutate({ number: number.trim(), scope: { kind: 'claim', docket }, reason: reason.trim() })
  }
  return (
    <section>
      <h2>{t(words.commission)}</h2>
      <p>{t(words.commissionLead)}</p>
      <form className="staff-form" onSubmit={send}>
        <TextInput
          label={t(words.under)}
          required
          withAsterisk={false}
          minLength={3}
          value={number}
          onChange={(event) => setNumber(event.currentTarget.value)}
        />
        <Textarea
          label={t(words.reason)}
          required
          withAsterisk={false}
          minLength={10}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        {act.isError ? <ProblemNotice problem={act.error.problem} answers /> : null}
        <Button type="submit" loading={act.isPending}>
          {t(words.proposeOrder)}
        </Button>
      </form>
    </section>
  )
}
