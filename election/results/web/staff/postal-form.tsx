import { ProblemNotice, useAct, useSpeech } from '@intikhab/kernel/console'
import { nameIn, Notice } from '@intikhab/kernel/screens'
import { Button, Textarea } from '@mantine/core'
import { useState, type FormEvent, type ReactNode } from 'react'
import type { ContestResult } from '../../core/edition.ts'
import { FigureInput } from './figure-input.tsx'
import { staffWords } from './words.ts'

interface PostalBody {
  readonly votes: readonly number[]
  readonly excluded: number
  readonly issued: number
  readonly receivedInTime: number
  readonly reason: string | null
}

const nothing: Omit<PostalBody, 'votes' | 'reason'> = { excluded: 0, issued: 0, receivedInTime: 0 }

/** The postal row of a seat: votes by candidate, with the sum that must come out beside them. */
export function PostalForm({ contest }: { contest: ContestResult }): ReactNode {
  const { language, t } = useSpeech()
  const { electionId, contestId, candidates, postal } = contest
  const [votes, setVotes] = useState<readonly number[]>(postal?.votes ?? candidates.map(() => 0))
  const [row, setRow] = useState(postal === null ? nothing : { ...nothing, ...pick(postal) })
  const [reason, setReason] = useState('')
  const act = useAct<PostalBody, unknown>(`/api/results/${electionId}/contests/${contestId}/postal`, {
    refresh: [['edition', `results-${electionId}`]],
  })
  const valid = votes.reduce((sum, each) => sum + each, 0)
  const sum = valid + row.excluded
  const send = (event: FormEvent) => {
    event.preventDefault()
    act.mutate({ votes, ...row, reason: reason.trim() === '' ? null : reason.trim() })
  }
  const figure = (key: keyof typeof nothing, label: string) => (
    <FigureInput label={label} value={row[key]} onChange={(n) => setRow({ ...row, [key]: n })} />
  )
  return (
    <section>
      <h2>{t(staffWords.postal)}</h2>
      <p>{t(staffWords.postalLead)}</p>
      <form onSubmit={send} className="staff-form wide">
        <div className="figure-grid">
          {candidates.map(({ serial, name }, index) => (
            <FigureInput
              key={serial}
              label={`${serial}. ${nameIn(language, name)}`}
              value={votes[index] ?? 0}
              onChange={(n) => setVotes(votes.with(index, n))}
            />
          ))}
        </div>
        <div className="figure-grid">
          {figure('excluded', t(staffWords.rejected))}
          {figure('receivedInTime', t(staffWords.inTime))}
          {figure('issued', t(staffWords.issued))}
        </div>
        <output className={sum === row.receivedInTime ? 'caption' : 'problem'}>
          {t(staffWords.sumOf, { valid, rejected: row.excluded, sum, inTime: row.receivedInTime })}
        </output>
        {postal === null ? null : (
          <Textarea
            label={t(staffWords.laterReason)}
            description={t(staffWords.reasonHint)}
            required
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
        )}
        {act.isError ? <ProblemNotice problem={act.error.problem} answers /> : null}
        {act.isSuccess ? <Notice kind="good" title={t(staffWords.postalDone)} live /> : null}
        <Button type="submit" loading={act.isPending}>
          {t(staffWords.recordPostal)}
        </Button>
      </form>
    </section>
  )
}

function pick({ excluded, issued, receivedInTime }: typeof nothing): typeof nothing {
  return { excluded, issued, receivedInTime }
}
