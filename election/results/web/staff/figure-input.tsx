import { useSpeech } from '@intikhab/kernel/console'
import { NumberInput } from '@mantine/core'
import type { ReactNode } from 'react'
import { staffWords } from './words.ts'

/** A field for one figure of a form. Where it differs from what stands, the old figure is told. */
export function FigureInput(props: {
  label: string
  value: number
  onChange: (n: number) => void
  /** What stands on the form now. */
  old?: number
  hideLabel?: boolean
}): ReactNode {
  const { label, value, onChange, old, hideLabel } = props
  const { t } = useSpeech()
  const isChanged = old !== undefined && old !== value
  return (
    <NumberInput
      {...(hideLabel === true ? { 'aria-label': label } : { label })}
      {...(isChanged ? { description: t(staffWords.was, { n: old }) } : {})}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      className={isChanged ? 'changed-figure' : ''}
      inputMode="numeric"
      allowDecimal={false}
      max={9_999_999}
      clampBehavior="strict"
      value={value}
      onChange={(typed) => onChange(typeof typed === 'number' ? typed : Number(typed) || 0)}
    />
  )
}
