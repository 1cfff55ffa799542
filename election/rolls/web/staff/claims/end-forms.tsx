import { ProposedNotice, useAct, useSession, useSpeech, type ProposedAct } from '@intikhab/kernel/console'
import { NativeSelect, Textarea, TextInput } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import type { ClaimView } from '../../../server/claims/claim-view.ts'
import { StaffForm } from '../staff-form.tsx'
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
  const send = () => step.mutate({ kind, reason: reason.trim() })
  return (
    <details>
      <summary>{t(words.end)}</summary>
      <StaffForm act={step} button={t(words.end)} isSecondary onSend={send}>
        <NativeSelect
          label={t(words.end)}
          value={kind}
          onChange={(event) => setKind(event.currentTarget.value === 'lapsed' ? 'lapsed' : 'withdrawn')}
          data={[
            { value: 'withdrawn', label: t(words.withdraw) },
            { value: 'lapsed', label: t(words.lapse) },
          ]}
        />
        <ReasonField value={reason} onChange={setReason} />
      </StaffForm>
    </details>
  )
}

function AppealForm({ claim }: { claim: ClaimView }): ReactNode {
  const { t } = useSpeech()
  const step = useStep(claim)
  const [court, setCourt] = useState('')
  const [reference, setReference] = useState('')
  const send = () => step.mutate({ kind: 'appeal-noted', court: court.trim(), reference: reference.trim() })
  return (
    <details>
      <summary>{t(words.appeal)}</summary>
      <StaffForm act={step} button={t(words.appeal)} isSecondary onSend={send}>
        <TextInput
          label={t(words.court)}
          required
          value={court}
          onChange={(event) => setCourt(event.currentTarget.value)}
        />
        <TextInput
          label={t(words.reference)}
          required
          value={reference}
          onChange={(event) => setReference(event.currentTarget.value)}
        />
      </StaffForm>
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
  const send = () => act.mutate({ number: number.trim(), scope: { kind: 'claim', docket }, reason: reason.trim() })
  return (
    <section>
      <h2>{t(words.commission)}</h2>
      <p>{t(words.commissionLead)}</p>
      <StaffForm act={act} button={t(words.proposeOrder)} onSend={send}>
        <TextInput
          label={t(words.under)}
          required
          minLength={3}
          value={number}
          onChange={(event) => setNumber(event.currentTarget.value)}
        />
        <ReasonField value={reason} onChange={setReason} />
      </StaffForm>
    </section>
  )
}

function ReasonField({ value, onChange }: { value: string; onChange: (value: string) => void }): ReactNode {
  const { t } = useSpeech()
  return (
    <Textarea
      label={t(words.reason)}
      required
      minLength={10}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  )
}
