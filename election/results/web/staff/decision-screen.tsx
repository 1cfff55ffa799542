import {
  Loaded,
  ProblemNotice,
  ProposedNotice,
  StaffLink,
  useAct,
  useGet,
  useSession,
  useSpeech,
  type ProposedAct,
} from '@intikhab/kernel/console'
import { formatNumber } from '@intikhab/kernel/language'
import { Code, Empty, Facts, Notice, nameIn, Table, When } from '@intikhab/kernel/screens'
import { Button, NativeSelect, Textarea } from '@mantine/core'
import { useState, type FormEvent, type ReactNode } from 'react'
import type { ContestResult } from '../../core/edition.ts'
import { figuresOf, tellingPaths } from '../../core/figures.ts'
import { findFigureName } from '../../core/figure-names.ts'
import { resultsRefusals } from '../../core/refusals.ts'
import type { NewestForms, SetAsideForm } from '../../server/routes-seat.ts'
import { words } from '../words.ts'
import { mayInSeat, useSeat } from './seat-data.ts'
import { staffWords } from './words.ts'

/** A form that was set aside beside the one that counts, and the decision on it. */
export function DecisionScreen({ params }: { params: Readonly<Record<string, string>> }): ReactNode {
  const [election, contest, bundle] = [params['election'] ?? '', params['contest'] ?? '', params['bundle'] ?? '']
  const { t } = useSpeech()
  const seat = useSeat(election, contest)
  const found = useGet<SetAsideForm>(`/api/results/${election}/contests/${contest}/set-aside/${bundle}`)
  return (
    <>
      <p>
        <StaffLink to={`/results/${election}/seats/${contest}`}>{t(staffWords.backToSeat)}</StaffLink>
      </p>
      <h1>{t(staffWords.decideTitle)}</h1>
      <p>{t(staffWords.decideLead)}</p>
      <Loaded query={found}>
        {(form) => (
          <Loaded query={seat}>
            {(now) => (now === null ? null : <Compared found={form} contest={now.contest} bundle={bundle} />)}
          </Loaded>
        )}
      </Loaded>
    </>
  )
}

interface Props {
  readonly found: SetAsideForm
  readonly contest: ContestResult
  readonly bundle: string
}

function Compared(props: Props): ReactNode {
  const { found, contest, bundle } = props
  const { language, t } = useSpeech()
  const person = useSession()
  const { form, code, arrivedAt } = found
  const { electionId, contestId } = contest
  const newest = useGet<NewestForms>(
    `/api/results/${electionId}/contests/${contestId}/stations/${form.stationNumber}/forms`,
  )
  const why = Object.values(resultsRefusals).find((kind) => kind.code === code)
  return (
    <>
      <Facts
        facts={[
          { key: 'station', name: t(words.station), value: <Code>{form.stationId}</Code> },
          { key: 'form', name: t(words.formKind), value: t(words.document, { form: form.form }) },
          { key: 'why', name: t(staffWords.whySetAside), value: why === undefined ? <Code>{code}</Code> : t(why) },
          { key: 'arrived', name: t(words.arrivedAt), value: <When at={arrivedAt} language={language} /> },
        ]}
      />
      <Loaded query={newest}>{(forms) => <Differences {...props} forms={forms} />}</Loaded>
      {found.isDecided ? (
        <Notice title={t(staffWords.alreadyDecided)} />
      ) : mayInSeat(person, 'results.decide-late', contestId) ? (
        <DecisionForm path={`/api/results/${electionId}/contests/${contestId}/set-aside/${bundle}/decision`} />
      ) : (
        <Notice title={t(staffWords.readOnly)} />
      )}
    </>
  )
}

function Differences({ found, contest, forms }: Props & { forms: NewestForms }): ReactNode {
  const { language, t } = useSpeech()
  const { stationNumber: _number, sequence: _sequence, ...form } = found.form
  const figures = figuresOf(form)
  const counting = form.form === '45' ? forms.count : forms.account
  const now = figuresOf(counting?.form)
  const paths = tellingPaths(now, figures).filter((path) => findFigureName(path) !== undefined)
  if (paths.length === 0) return <Empty>{t(staffWords.sameFigures)}</Empty>
  const nameOf = (path: string): string => {
    const named = findFigureName(path)
    if (named === undefined) return path
    const candidate = named.candidate === null ? undefined : contest.candidates[named.candidate]
    const figure = t(named.text)
    return candidate === undefined
      ? figure
      : t(staffWords.ofCandidate, { name: nameIn(language, candidate.name), figure })
  }
  const shown = (n: number | undefined) => (n === undefined ? '–' : formatNumber(language, n))
  return (
    <Table
      caption={t(staffWords.comparison)}
      language={language}
      rows={paths}
      rowKey={(path) => path}
      columns={[
        { key: 'figure', head: t(staffWords.figure), names: true, cell: nameOf },
        { key: 'now', head: t(staffWords.nowCounts), numeric: true, cell: (path) => shown(now[path]) },
        {
          key: 'aside',
          head: t(staffWords.setAsideForm),
          numeric: true,
          cell: (path) => <strong>{shown(figures[path])}</strong>,
        },
      ]}
    />
  )
}

interface DecisionBody {
  readonly decision: 'count' | 'leave'
  readonly reason: string
}

const decisions = ['count', 'leave'] as const

function DecisionForm({ path }: { path: string }): ReactNode {
  const { t } = useSpeech()
  const [decision, setDecision] = useState<DecisionBody['decision'] | ''>('')
  const [reason, setReason] = useState('')
  const act = useAct<DecisionBody, ProposedAct>(path, { refresh: [['/api/approvals']] })
  if (act.isSuccess) return <ProposedNotice proposed={act.data} />
  const send = (event: FormEvent) => {
    event.preventDefault()
    if (decision !== '') act.mutate({ decision, reason: reason.trim() })
  }
  return (
    <form className="staff-form" onSubmit={send}>
      <NativeSelect
        label={t(staffWords.yourDecision)}
        required
        value={decision}
        onChange={(event) => setDecision(decisions.find((each) => each === event.currentTarget.value) ?? '')}
        data={[
          { value: '', label: t(staffWords.chooseDecision) },
          { value: 'count', label: t(staffWords.countIt) },
          { value: 'leave', label: t(staffWords.leaveIt) },
        ]}
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
      {act.isError ? <ProblemNotice problem={act.error.problem} answers /> : null}
      <Button type="submit" loading={act.isPending}>
        {t(staffWords.proposeDecision)}
      </Button>
    </form>
  )
}
