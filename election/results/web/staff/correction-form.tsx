import { ProblemNotice, ProposedNotice, useAct, useSpeech, type ProposedAct } from '@intikhab/kernel/console'
import { Empty } from '@intikhab/kernel/screens'
import { Button, NativeSelect, Textarea } from '@mantine/core'
import { useState, type FormEvent, type ReactNode } from 'react'
import type { ContestResult, CorrectionCause } from '../../core/edition.ts'
import type { NewestForm, NewestForms } from '../../server/routes-seat.ts'
import { words } from '../words.ts'
import { AccountFigures, CountFigures } from './correction-figures.tsx'
import { CorrectionChanges } from './correction-changes.tsx'
import { accountPart, countPart } from '../../core/correction-parts.ts'
import { changedPaths, figuresOf, withFigures } from '../../core/figures.ts'
import { staffWords } from './words.ts'

const causes = [
  'copying-error',
  'recount',
  'excluded-ballots-examined',
  'commission-order',
  'court-order',
] as const satisfies readonly CorrectionCause[]

interface CorrectionBody {
  readonly form: '45' | '46'
  readonly stationNumber: number
  readonly correctsVersion: number
  readonly confirm: boolean
  readonly cause: CorrectionCause
  readonly reason: string
  readonly figures: unknown
}

type Act = ReturnType<typeof useAct<CorrectionBody, ProposedAct>>

interface Props {
  readonly contest: ContestResult
  readonly number: number
  readonly forms: NewestForms
}

/** Which form is to be corrected, and the correction proposed; a new version on the server begins it anew. */
export function CorrectionForm(props: Props): ReactNode {
  const { t } = useSpeech()
  const [kind, setKind] = useState<'45' | '46'>('45')
  const newest = kind === '45' ? props.forms.count : props.forms.account
  const { electionId, contestId } = props.contest
  const act = useAct<CorrectionBody, ProposedAct>(`/api/results/${electionId}/contests/${contestId}/corrections`, {
    refresh: [['/api/approvals']],
  })
  return (
    <section>
      <h2 id="correct">{t(staffWords.correct)}</h2>
      <p>{t(staffWords.correctLead)}</p>
      <div className="staff-form">
        <NativeSelect
          label={t(staffWords.whichForm)}
          value={kind}
          onChange={(event) => {
            setKind(event.currentTarget.value === '46' ? '46' : '45')
            act.reset()
          }}
          data={[
            { value: '45', label: t(words.formTitle) },
            { value: '46', label: t(words.accountTitle) },
          ]}
        />
      </div>
      {act.isSuccess ? (
        <ProposedNotice proposed={act.data} />
      ) : newest === null ? (
        <Empty>{t(staffWords.awaitedNoCorrection)}</Empty>
      ) : (
        <Correction {...props} act={act} key={`${kind} ${newest.version}`} newest={newest} />
      )}
      {act.isError ? <ProblemNotice problem={act.error.problem} answers /> : null}
    </section>
  )
}

function Correction(props: Props & { newest: NewestForm; act: Act }): ReactNode {
  const { contest, number, newest, act } = props
  const { t } = useSpeech()
  const { form, version } = newest
  const part = form.form === '45' ? countPart(form) : accountPart(form)
  const old = figuresOf(part)
  const [figures, setFigures] = useState(old)
  const [cause, setCause] = useState<CorrectionCause>('copying-error')
  const [reason, setReason] = useState('')
  const changed = changedPaths(old, figures)
  const send = (event: FormEvent) => {
    event.preventDefault()
    act.mutate({
      form: form.form,
      stationNumber: number,
      correctsVersion: version,
      confirm: changed.length === 0,
      cause,
      reason: reason.trim(),
      figures: withFigures(part, figures),
    })
  }
  const shared = { figures, old, onChange: (path: string, n: number) => setFigures({ ...figures, [path]: n }) }
  return (
    <form onSubmit={send} className="staff-form wide">
      {form.form === '45' ? (
        <CountFigures {...shared} candidates={contest.candidates} />
      ) : (
        <AccountFigures {...shared} />
      )}
      <CorrectionChanges old={old} figures={figures} paths={changed} candidates={contest.candidates} />
      <NativeSelect
        label={t(staffWords.cause)}
        value={cause}
        onChange={(event) => setCause(causes.find((each) => each === event.currentTarget.value) ?? 'copying-error')}
        data={causes.map((value) => ({ value, label: t(staffWords[value]) }))}
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
      <Button type="submit" loading={act.isPending} variant={changed.length === 0 ? 'default' : 'filled'}>
        {t(changed.length === 0 ? staffWords.submitConfirmation : staffWords.submitCorrection)}
      </Button>
    </form>
  )
}
