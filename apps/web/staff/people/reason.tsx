import { useSpeech } from '@intikhab/kernel/console'
import { Textarea } from '@mantine/core'
import type { ReactNode } from 'react'
import { words } from './words.ts'

/** A reason, as every act on somebody's office wants one. */
export function Reason({ value, onChange }: { value: string; onChange: (reason: string) => void }): ReactNode {
  const { t } = useSpeech()
  return (
    <Textarea
      label={t(words.reason)}
      description={t(words.reasonHint)}
      required
      minLength={3}
      maxLength={1000}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  )
}

/** Where an office takes a second person: what that means, and the reason for the proposal. */
export function ByTwo(props: {
  chosen: { readonly byTwo: boolean } | undefined
  reason: string
  onReason: (reason: string) => void
}): ReactNode {
  const { t } = useSpeech()
  if (props.chosen?.byTwo !== true) return null
  return (
    <>
      <p>{t(words.byTwoLead)}</p>
      <Reason value={props.reason} onChange={props.onReason} />
    </>
  )
}
