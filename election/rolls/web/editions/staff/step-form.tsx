import { ProposedNotice, useAct, useSpeech, type ProposedAct } from '@intikhab/kernel/console'
import { NativeSelect, Textarea, TextInput } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import type { StageAnswer } from '../../../server/editions/stage-routes.ts'
import { StaffForm } from '../../staff/staff-form.tsx'
import { editionWords as words } from './words.ts'

type Kind = StageAnswer['steps'][number]['kind']

/** What may be ordered at a stage; the usual step first. A direction under s.49 may come at any time. */
function stepsAt({ stage, isOtherwise }: StageAnswer): readonly Kind[] {
  const final: readonly Kind[] = isOtherwise && stage !== 'revision' ? ['final'] : []
  const next: Readonly<Record<StageAnswer['stage'], readonly Kind[]>> = {
    preparation: ['preliminary', ...final],
    preliminary: ['display', ...final],
    announced: ['extension', ...final],
    display: ['extension', ...final],
    revision: ['final', 'extension'],
    final: ['preliminary'],
  }
  return [...next[stage], 'direction']
}

/** Proposes the next step of a roll to a second officer. */
export function StepForm({ rollId, stage }: { rollId: string; stage: StageAnswer }): ReactNode {
  const { t } = useSpeech()
  const possible = stepsAt(stage)
  const [asked, setAsked] = useState<Kind>()
  const kind = asked !== undefined && possible.includes(asked) ? asked : (possible[0] ?? 'direction')
  const [days, setDays] = useState({ from: '', until: '' })
  const [orderReference, setOrderReference] = useState('')
  const [reason, setReason] = useState('')
  const act = useAct<unknown, ProposedAct>(`/api/rolls/${rollId}/stages`, { refresh: [['/api/approvals']] })
  if (act.isSuccess) return <ProposedNotice proposed={act.data} />
  const hasUntil = kind === 'display' || kind === 'extension'
  const hasOrder = kind === 'extension' || kind === 'direction'
  const send = () => {
    act.mutate({
      kind,
      ...(kind === 'display' ? { from: days.from } : {}),
      ...(hasUntil ? { until: days.until } : {}),
      ...(hasOrder ? { orderReference: orderReference.trim() } : {}),
      reason: reason.trim(),
    })
  }
  return (
    <>
      <h3>{t(words.propose)}</h3>
      <p>{t(words.proposeLead)}</p>
      <StaffForm act={act} button={t(words.propose)} onSend={send}>
        <NativeSelect
          label={t(words.step)}
          value={kind}
          onChange={(event) => setAsked(event.currentTarget.value as Kind)}
          data={possible.map((one) => ({ value: one, label: t(words[one]) }))}
        />
        {kind === 'display' ? (
          <TextInput
            type="date"
            label={t(words.from)}
            required
            value={days.from}
            onChange={(event) => setDays({ ...days, from: event.currentTarget.value })}
          />
        ) : null}
        {hasUntil ? (
          <TextInput
            type="date"
            label={t(words.until)}
            description={t(words.untilHint, { days: stage.objectionDays })}
            required
            value={days.until}
            onChange={(event) => setDays({ ...days, until: event.currentTarget.value })}
          />
        ) : null}
        {hasOrder ? (
          <TextInput
            label={t(words.orderReference)}
            required
            minLength={3}
            maxLength={100}
            value={orderReference}
            onChange={(event) => setOrderReference(event.currentTarget.value)}
          />
        ) : null}
        <Textarea
          label={t(words.reason)}
          description={t(kind === 'direction' ? words.reasonPublished : words.reasonHint)}
          required
          minLength={10}
          maxLength={2000}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      </StaffForm>
    </>
  )
}
