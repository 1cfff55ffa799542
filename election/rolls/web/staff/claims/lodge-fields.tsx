import { useSpeech } from '@intikhab/kernel/console'
import { Checkbox, NativeSelect, Textarea, TextInput } from '@mantine/core'
import type { ReactNode } from 'react'
import type { ClaimPurpose } from '../../../core/claims/claim-content.ts'
import { webFields, type TypedForm, type WebField } from '../../../core/claims/web-form.ts'
import { choices, fieldNames } from '../../claims/words.ts'
import { words } from './words.ts'

interface FieldProps {
  readonly typed: TypedForm
  onChange(typed: TypedForm): void
}

const longTexts: ReadonlySet<WebField> = new Set(['permanent', 'other', 'statement'])
const days: ReadonlySet<WebField> = new Set(['born', 'dateOfBirth'])
const figures: ReadonlySet<WebField> = new Set(['cnic', 'repCnic', 'block', 'serial', 'phone'])
const needed: Readonly<Record<ClaimPurpose, ReadonlySet<WebField>>> = {
  registration: new Set(['name', 'cnic', 'relation', 'fatherName', 'gender', 'born', 'permanent', 'chosen']),
  correction: new Set(['name', 'cnic']),
  objection: new Set(['name', 'cnic', 'block', 'list', 'serial', 'ground']),
}

/** The questions of a form at the counter; the district is the counter's own. */
export function LodgeFields({ purpose, ...rest }: FieldProps & { readonly purpose: ClaimPurpose }): ReactNode {
  const { t } = useSpeech()
  const fields: readonly WebField[] = webFields[purpose]
  const own = fields.filter((field) => field !== 'district' && field !== 'repName' && field !== 'repCnic')
  const shown = own.filter((field) => field !== 'other' || (rest.typed.chosen ?? 'permanent') !== 'permanent')
  return (
    <>
      {shown.map((field) => (
        <LodgeField key={field} field={field} isNeeded={needed[purpose].has(field)} {...rest} />
      ))}
      <details>
        <summary>{t(words.onBehalf)}</summary>
        <LodgeField field="repName" isNeeded={false} {...rest} />
        <LodgeField field="repCnic" isNeeded={false} {...rest} />
      </details>
    </>
  )
}

function LodgeField(props: FieldProps & { readonly field: WebField; readonly isNeeded: boolean }): ReactNode {
  const { field, isNeeded, typed, onChange } = props
  const { t } = useSpeech()
  const value = typed[field] ?? ''
  const set = (next: string) => onChange({ ...typed, [field]: next })
  const shared = { label: t(fieldNames[field]), value, required: isNeeded }
  const offered = choices[field]
  if (offered !== undefined)
    return (
      <NativeSelect
        {...shared}
        onChange={(event) => set(event.currentTarget.value)}
        data={[
          { value: '', label: t(words.choose) },
          ...Object.entries(offered).map(([one, text]) => ({ value: one, label: t(text) })),
        ]}
      />
    )
  if (field === 'disabled')
    return (
      <Checkbox
        label={shared.label}
        checked={value !== ''}
        onChange={(event) => set(event.currentTarget.checked ? 'yes' : '')}
      />
    )
  if (longTexts.has(field))
    return <Textarea {...shared} maxLength={2000} onChange={(event) => set(event.currentTarget.value)} />
  return (
    <TextInput
      {...shared}
      maxLength={300}
      {...(days.has(field) ? { type: 'date' } : {})}
      {...(figures.has(field) ? { inputMode: 'numeric' as const } : {})}
      {...(field === 'block' ? { description: t(isNeeded ? words.blockHint : words.blockOptional) } : {})}
      onChange={(event) => set(event.currentTarget.value)}
    />
  )
}
