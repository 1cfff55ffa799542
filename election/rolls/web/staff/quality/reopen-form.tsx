import { useAct, useSpeech } from '@intikhab/kernel/console'
import { Textarea } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import type { SuspicionKind } from '../../../core/quality/suspicion.ts'
import { StaffForm } from '../staff-form.tsx'
import { listPath } from './quality-screen.tsx'
import { words } from './words.ts'

/** To take a decision back, so that it is decided anew. */
export function ReopenForm(props: { kind: SuspicionKind; district: string; path: string }): ReactNode {
  const { kind, district, path } = props
  const { t } = useSpeech()
  const lists = (['open', 'decided'] as const).flatMap((state) => [
    [listPath(district, state, kind)],
    [listPath(district, state, '')],
  ])
  const act = useAct<{ readonly reason: string }, unknown>(`${path}/reopening`, { refresh: [[path], ...lists] })
  const [reason, setReason] = useState('')
  return (
    <details>
      <summary>{t(words.reopen)}</summary>
      <StaffForm act={act} button={t(words.reopen)} isSecondary onSend={() => act.mutate({ reason: reason.trim() })}>
        <p>{t(words.reopenHint)}</p>
        <Textarea
          label={t(words.reason)}
          required
          withAsterisk={false}
          minLength={3}
          maxLength={1000}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      </StaffForm>
    </details>
  )
}
