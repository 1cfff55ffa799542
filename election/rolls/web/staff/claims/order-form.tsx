import { useAct, useSpeech } from '@intikhab/kernel/console'
import { nameIn, Notice, Table } from '@intikhab/kernel/screens'
import { Checkbox, NativeSelect, Textarea, TextInput } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import { claimOutcomes, type ClaimOutcome } from '../../../core/claims/claim.ts'
import { mayBeAllowedUnheard, type CorrectableField } from '../../../core/claims/claim-content.ts'
import { claimWords } from '../../../core/claims/words.ts'
import { voterFields } from '../../../core/register/told-actions.ts'
import type { DecisionRequest } from '../../../server/claims/claim-schemas.ts'
import type { ClaimView, ShownEffect } from '../../../server/claims/claim-view.ts'
import { StaffForm } from '../staff-form.tsx'
import { officeOf, shownAt } from './claim-step.ts'
import { words } from './words.ts'

/** The order: what is decided, why, and what it does to the roll before it is signed. */
export function OrderForm({ claim }: { claim: ClaimView }): ReactNode {
  const { t } = useSpeech()
  const act = useAct<DecisionRequest, { readonly order: string }>(`${officeOf(claim)}/order`, {
    refresh: shownAt(claim),
  })
  const [outcome, setOutcome] = useState<ClaimOutcome | ''>('')
  const [granted, setGranted] = useState<readonly CorrectableField[]>([])
  const [reasons, setReasons] = useState('')
  const [under, setUnder] = useState('')
  const isHeard = claim.state === 'heard'
  if (!isHeard && !mayBeAllowedUnheard(claim.content)) return <p className="caption">{t(words.hearingFirst)}</p>
  const { content } = claim
  const fields = content.purpose === 'correction' ? (Object.keys(content.corrections) as CorrectableField[]) : []
  const offered = claimOutcomes.filter((one) =>
    one === 'partly' ? isHeard && fields.length > 1 : isHeard || one === 'allowed',
  )
  const send = () => {
    if (outcome === '') return
    const order = under.trim() === '' ? null : under.trim()
    act.mutate({ outcome, reasons: reasons.trim(), granted: outcome === 'partly' ? [...granted] : null, under: order })
  }
  return (
    <section>
      <h2>{t(claimWords.order)}</h2>
      <StaffForm act={act} button={t(words.sign)} onSend={send}>
        <NativeSelect
          label={t(words.outcome)}
          required
          value={outcome}
          onChange={(event) => setOutcome(claimOutcomes.find((one) => one === event.currentTarget.value) ?? '')}
          data={[
            { value: '', label: t(words.choose) },
            ...offered.map((one) => ({ value: one, label: t(claimWords[one]) })),
          ]}
        />
        {outcome !== 'partly' ? null : (
          <Checkbox.Group
            label={t(words.granted)}
            value={[...granted]}
            onChange={(value) => setGranted(fields.filter((field) => value.includes(field)))}
          >
            {fields.map((field) => (
              <Checkbox key={field} value={field} label={t(claimWords[field])} />
            ))}
          </Checkbox.Group>
        )}
        <Textarea
          label={t(claimWords.reasons)}
          description={t(words.reasonsHint)}
          required
          minLength={10}
          maxLength={2000}
          value={reasons}
          onChange={(event) => setReasons(event.currentTarget.value)}
        />
        {claim.isFrozen ? (
          <TextInput
            label={t(words.under)}
            description={t(words.underHint)}
            required
            value={under}
            onChange={(event) => setUnder(event.currentTarget.value)}
          />
        ) : null}
        {outcome === '' ? null : <EffectNotice effect={claim.effect} outcome={outcome} />}
      </StaffForm>
    </section>
  )
}

const sentences = {
  enrolled: words.effectEnrolled,
  transferred: words.effectTransferred,
  deleted: words.effectDeleted,
  corrected: words.effectCorrected,
} as const

/** What the order does to the roll, shown before it is signed. */
function EffectNotice({ effect, outcome }: { effect: ShownEffect | null; outcome: ClaimOutcome }): ReactNode {
  const { language, t } = useSpeech()
  if (outcome === 'rejected') return <Notice title={t(words.afterOrder)}>{t(words.effectNone)}</Notice>
  if (effect === null) return null
  if (!effect.ok)
    return (
      <Notice kind="problem" title={t(words.cannot)}>
        {nameIn(language, effect.says)}
      </Notice>
    )
  const sentence = sentences[effect.kind as keyof typeof sentences] ?? words.effectCorrected
  return (
    <Notice title={t(words.afterOrder)}>
      <p>{t(sentence, { from: effect.from ?? '', to: effect.to ?? '' })}</p>
      {effect.differences.length === 0 ? null : (
        <Table
          caption={t(words.afterOrder)}
          hideCaption
          language={language}
          rows={effect.differences}
          rowKey={({ field }) => field}
          columns={[
            { key: 'what', head: t(words.what), names: true, cell: ({ field }) => t(voterFields[field]) },
            {
              key: 'before',
              head: t(words.before),
              cell: ({ before }) => <bdi>{before === null ? '–' : nameIn(language, before)}</bdi>,
            },
            {
              key: 'after',
              head: t(words.afterwards),
              cell: ({ after }) => <bdi>{after === null ? '–' : nameIn(language, after)}</bdi>,
            },
          ]}
        />
      )}
    </Notice>
  )
}
