import { say, type Language, type Text } from '@intikhab/kernel/language'
import { Field, nameIn } from '@intikhab/kernel/screens'
import type { InputHTMLAttributes, ReactNode } from 'react'
import type { TypedForm, WebField } from '../../core/claims/web-form.ts'
import { claimWords } from '../../core/claims/words.ts'
import { choices, fieldNames, words } from './words.ts'

/** A form as it stands: what was typed, and which fields are at fault. */
export interface FormState {
  readonly language: Language
  readonly typed: TypedForm
  readonly faults: ReadonlySet<WebField>
}

interface Asked {
  readonly form: FormState
  readonly field: WebField
  readonly hint?: Text
}

function faultOf({ language, faults }: FormState, field: WebField, hint: Text | undefined): string | undefined {
  if (!faults.has(field)) return undefined
  return say(language, words.missing, { hint: hint === undefined ? '' : say(language, hint) })
}

/** A line to be typed. */
export function Line(props: Asked & { readonly input?: InputHTMLAttributes<HTMLInputElement> }): ReactNode {
  const { form, field, hint, input } = props
  const { language, typed } = form
  return (
    <Field
      id={field}
      label={say(language, fieldNames[field])}
      {...(hint === undefined ? {} : { hint: say(language, hint) })}
      problem={faultOf(form, field, hint)}
      input={{ name: field, type: 'text', maxLength: 300, defaultValue: typed[field] ?? '', ...input }}
    />
  )
}

/** A CNIC, typed in any way. */
export function CnicLine(props: Asked & { readonly required?: boolean }): ReactNode {
  const { required = false, ...asked } = props
  const input = { inputMode: 'numeric', autoComplete: 'off', maxLength: 60, dir: 'ltr', required } as const
  return <Line {...asked} input={input} />
}

function Held(props: Asked & { readonly children: (described: object) => ReactNode }): ReactNode {
  const { form, field, hint, children } = props
  const fault = faultOf(form, field, hint)
  return (
    <div className={fault === undefined ? 'field' : 'field field-problem'}>
      <label htmlFor={field}>{say(form.language, fieldNames[field])}</label>
      {hint === undefined ? null : (
        <p className="hint" id={`${field}-hint`}>
          {say(form.language, hint)}
        </p>
      )}
      {fault === undefined ? null : (
        <p className="problem" id={`${field}-problem`}>
          {fault}
        </p>
      )}
      {children({
        id: field,
        name: field,
        ...(hint === undefined ? {} : { 'aria-describedby': `${field}-hint` }),
        ...(fault === undefined ? {} : { 'aria-invalid': true }),
      })}
    </div>
  )
}

/** Several lines to be typed. */
export function LongText(props: Asked & { readonly required?: boolean }): ReactNode {
  return (
    <Held {...props}>
      {(described) => (
        <textarea
          {...described}
          rows={3}
          maxLength={2000}
          required={props.required === true}
          defaultValue={props.form.typed[props.field] ?? ''}
        />
      )}
    </Held>
  )
}

/** One of a list. */
export function Choice(
  props: Asked & {
    /** Where the field itself does not say what they are. */
    readonly options?: readonly (readonly [value: string, text: Text])[]
    readonly required?: boolean
  },
): ReactNode {
  const { form, field, options = Object.entries(choices[field] ?? {}), required } = props
  return (
    <Held {...props}>
      {(described) => (
        <select {...described} required={required === true} defaultValue={form.typed[field] ?? ''}>
          <option value="">{say(form.language, words.choose)}</option>
          {options.map(([value, text]) => (
            <option key={value} value={value}>
              {nameIn(form.language, text)}
            </option>
          ))}
        </select>
      )}
    </Held>
  )
}

/** Something that holds or does not. */
export function Tick({ form, field }: Asked): ReactNode {
  return (
    <p className="tick">
      <input id={field} name={field} type="checkbox" value="yes" defaultChecked={(form.typed[field] ?? '') !== ''} />
      <label htmlFor={field}>{say(form.language, fieldNames[field])}</label>
    </p>
  )
}

/** Photographs and PDFs; a telephone offers its camera. */
export function Papers({ language }: { readonly language: Language }): ReactNode {
  return (
    <div className="field">
      <label htmlFor="papers">{say(language, claimWords.papers)}</label>
      <p className="hint" id="papers-hint">
        {say(language, words.papersHint)}
      </p>
      <input
        id="papers"
        name="papers"
        type="file"
        multiple
        accept="image/jpeg,image/png,image/webp,application/pdf"
        aria-describedby="papers-hint"
      />
    </div>
  )
}
