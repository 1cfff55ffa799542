import { say, type Language, type Text } from '@intikhab/kernel/language'
import { Breadcrumbs, Button, Notice, ProblemSummary } from '@intikhab/kernel/screens'
import type { ReactNode } from 'react'
import type { ClaimPurpose } from '../../core/claims/claim-content.ts'
import { claimForms } from '../../core/claims/forms.ts'
import type { FormFault } from '../../server/claims/public-claims.ts'
import type { TypedForm } from '../../core/claims/web-form.ts'
import { Choice, CnicLine, Line, LongText, Papers, Tick, type FormState } from './fields.tsx'
import { fieldNames, hints, words } from './words.ts'

/** A district that can be chosen. */
export interface NamedDistrict {
  readonly code: string
  readonly name: Text
}

const titles: Readonly<Record<ClaimPurpose, Text>> = {
  registration: words.register,
  correction: words.correct,
  objection: words.object,
}

export function purposeTitle(purpose: ClaimPurpose, language: Language): string {
  return say(language, titles[purpose])
}

function You({ form }: { form: FormState }): ReactNode {
  return (
    <>
      <Line form={form} field="name" hint={hints.name} input={{ required: true, autoComplete: 'name' }} />
      <CnicLine form={form} field="cnic" hint={hints.cnic} required />
      <Line form={form} field="phone" input={{ type: 'tel', dir: 'ltr', autoComplete: 'tel', maxLength: 20 }} />
    </>
  )
}

function District({ form, districts }: { form: FormState; districts: readonly NamedDistrict[] }): ReactNode {
  if (districts.length === 0) return <Line form={form} field="district" input={{ required: true }} />
  return <Choice form={form} field="district" options={districts.map(({ code, name }) => [code, name])} required />
}

interface Parts {
  readonly form: FormState
  readonly districts: readonly NamedDistrict[]
}

function Registration({ form, districts }: Parts): ReactNode {
  const { language } = form
  const numeric = { inputMode: 'numeric', dir: 'ltr', maxLength: 30 } as const
  return (
    <>
      <h2>{say(language, words.card)}</h2>
      <Choice form={form} field="relation" required />
      <Line form={form} field="fatherName" hint={hints.name} input={{ required: true }} />
      <Choice form={form} field="gender" required />
      <Line form={form} field="born" input={{ type: 'date', required: true }} />
      <Tick form={form} field="disabled" />
      <LongText form={form} field="permanent" hint={hints.name} required />
      <h2>{say(language, words.where)}</h2>
      <p>{say(language, words.whereWhy)}</p>
      <Choice form={form} field="chosen" required />
      <LongText form={form} field="other" hint={hints.other} />
      <District form={form} districts={districts} />
      <Line form={form} field="block" hint={hints.block} input={numeric} />
    </>
  )
}

function Correction({ form, districts }: Parts): ReactNode {
  const { language } = form
  return (
    <>
      <District form={form} districts={districts} />
      <h2>{say(language, words.whatIsWrong)}</h2>
      <p>{say(language, words.whatIsWrongWhy)}</p>
      <Line form={form} field="nameUr" hint={hints.inUrdu} input={{ lang: 'ur', dir: 'rtl' }} />
      <Line form={form} field="nameEn" input={{ lang: 'en', dir: 'ltr' }} />
      <Line form={form} field="relationNameUr" hint={hints.inUrdu} input={{ lang: 'ur', dir: 'rtl' }} />
      <Line form={form} field="dateOfBirth" input={{ type: 'date' }} />
      <Choice form={form} field="gender" />
      <LongText form={form} field="statement" />
    </>
  )
}

function Objection({ form }: Parts): ReactNode {
  const { language } = form
  const numeric = { inputMode: 'numeric', dir: 'ltr', maxLength: 30, required: true } as const
  return (
    <>
      <h2>{say(language, words.entry)}</h2>
      <p>{say(language, words.entryWhy)}</p>
      <Line form={form} field="block" hint={hints.blockOfRoll} input={numeric} />
      <Choice form={form} field="list" required />
      <Line form={form} field="serial" input={numeric} />
      <Line form={form} field="person" />
      <Choice form={form} field="ground" required />
      <LongText form={form} field="statement" />
    </>
  )
}

const bodies = { registration: Registration, correction: Correction, objection: Objection } as const

/** One of the three forms; with what was typed and what is wrong where it came back. It needs no script. */
export function ClaimFormScreen(props: {
  readonly language: Language
  readonly purpose: ClaimPurpose
  readonly districts: readonly NamedDistrict[]
  readonly typed?: TypedForm
  readonly fault?: FormFault
}): ReactNode {
  const { language, purpose, districts, typed = {}, fault } = props
  const faults = fault?.kind === 'fields' ? fault.fields : []
  const form: FormState = { language, typed, faults: new Set(faults) }
  const Body = bodies[purpose]
  const { papers } = claimForms[purpose]
  return (
    <>
      <Breadcrumbs language={language} trail={[{ href: '/claims', label: say(language, words.title) }]} />
      <h1>{purposeTitle(purpose, language)}</h1>
      {fault?.kind === 'refused' ? (
        <Notice kind="problem" title={say(language, fault.refusal.kind, fault.refusal.detail)} live />
      ) : null}
      <ProblemSummary
        language={language}
        problems={faults.map((field) => ({
          field,
          says: say(language, words.problemWith, { field: say(language, fieldNames[field]) }),
        }))}
      />
      {fault === undefined ? null : <p>{say(language, words.reattach)}</p>}
      <form
        method="post"
        encType="multipart/form-data"
        action={`/${language}/claims/${purpose}`}
        className="claim-form"
      >
        <h2>{say(language, words.you)}</h2>
        <You form={form} />
        <Body form={form} districts={districts} />
        <h2>{say(language, words.bring)}</h2>
        <ul>
          {papers.map((paper) => (
            <li key={paper.en}>{say(language, paper)}</li>
          ))}
        </ul>
        <Papers language={language} />
        <details open={faults.some((field) => field === 'repName' || field === 'repCnic')}>
          <summary>{say(language, words.onBehalf)}</summary>
          <p className="hint">{say(language, words.onBehalfHint)}</p>
          <Line form={form} field="repName" />
          <CnicLine form={form} field="repCnic" hint={hints.cnic} />
        </details>
        <Button>{say(language, words.send)}</Button>
      </form>
      <p className="caption">{say(language, words.privacy)}</p>
    </>
  )
}
