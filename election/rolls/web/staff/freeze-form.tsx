import { ProposedNotice, useAct, useGet, useSpeech, type ProposedAct } from '@intikhab/kernel/console'
import type { Text } from '@intikhab/kernel/language'
import { nameIn } from '@intikhab/kernel/screens'
import { NativeSelect, Textarea, TextInput } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import type { ListedRoll } from '../../server/routes.ts'
import { StaffForm } from './staff-form.tsx'
import { staffWords } from './words.ts'

type FreezeBody =
  | { readonly kind: 'general'; readonly day: string; readonly reason: string }
  | {
      readonly kind: 'by-election'
      readonly day: string
      readonly delimitationId: string
      readonly constituency: string
      readonly reason: string
    }

/** Proposes to freeze a roll: all of it before a term ends, or one constituency for a by-election. */
export function FreezeForm({ roll }: { roll: ListedRoll }): ReactNode {
  const { t } = useSpeech()
  const isGeneralThere = roll.freezes.some(({ constituency, orderedAt }) => constituency === null && orderedAt !== null)
  const [kind, setKind] = useState<FreezeBody['kind']>(isGeneralThere ? 'by-election' : 'general')
  const [day, setDay] = useState(roll.termEndsOn ?? '')
  const [seat, setSeat] = useState({ delimitationId: '', constituency: '' })
  const [reason, setReason] = useState('')
  const act = useAct<FreezeBody, ProposedAct>(`/api/rolls/${roll.id}/freezes`, { refresh: [['/api/approvals']] })
  if (act.isSuccess) return <ProposedNotice proposed={act.data} />
  const send = () => {
    const said = { day, reason: reason.trim() }
    act.mutate(kind === 'general' ? { kind, ...said } : { kind, ...said, ...seat })
  }
  return (
    <>
      <h3>{t(staffWords.order)}</h3>
      <p>{t(staffWords.orderLead)}</p>
      <StaffForm act={act} button={t(staffWords.propose)} onSend={send}>
        <NativeSelect
          label={t(staffWords.kind)}
          value={kind}
          onChange={(event) => setKind(event.currentTarget.value === 'general' ? 'general' : 'by-election')}
          data={[
            { value: 'general', label: t(staffWords.general) },
            { value: 'by-election', label: t(staffWords.byElection) },
          ]}
        />
        {kind === 'general' ? null : <SeatChoice {...seat} onChange={setSeat} />}
        <TextInput
          type="date"
          label={t(kind === 'general' ? staffWords.termEnds : staffWords.calledOn)}
          required
          value={day}
          onChange={(event) => setDay(event.currentTarget.value)}
        />
        <Textarea
          label={t(staffWords.reason)}
          description={t(staffWords.reasonHint)}
          required
          minLength={10}
          maxLength={500}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      </StaffForm>
    </>
  )
}

interface Seat {
  readonly delimitationId: string
  readonly constituency: string
}

interface ListedDelimitation {
  readonly id: string
  readonly name: Text
  readonly constituencies: readonly { readonly code: string; readonly name: Text }[]
}

/** The constituency of a by-election, out of those that a delimitation drew. */
function SeatChoice(props: Seat & { onChange: (seat: Seat) => void }): ReactNode {
  const { delimitationId, constituency, onChange } = props
  const { language, t } = useSpeech()
  const all = useGet<{ readonly delimitations: readonly Omit<ListedDelimitation, 'constituencies'>[] }>(
    '/api/delimitation/delimitations',
  )
  const one = useGet<ListedDelimitation>(`/api/delimitation/delimitations/${delimitationId}`, {
    enabled: delimitationId !== '',
  })
  const first = { value: '', label: t(staffWords.chooseOne) }
  return (
    <>
      <NativeSelect
        label={t(staffWords.delimitation)}
        required
        value={delimitationId}
        onChange={(event) => onChange({ delimitationId: event.currentTarget.value, constituency: '' })}
        data={[
          first,
          ...(all.data?.delimitations ?? []).map(({ id, name }) => ({ value: id, label: nameIn(language, name) })),
        ]}
      />
      <NativeSelect
        label={t(staffWords.constituency)}
        required
        disabled={delimitationId === ''}
        value={constituency}
        onChange={(event) => onChange({ delimitationId, constituency: event.currentTarget.value })}
        data={[
          first,
          ...(one.data?.constituencies ?? []).map(({ code, name }) => ({
            value: code,
            label: `${code} ${nameIn(language, name)}`,
          })),
        ]}
      />
    </>
  )
}
