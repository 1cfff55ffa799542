import { Loaded, ProblemNotice, StaffLink, useAct, useSpeech } from '@intikhab/kernel/console'
import { formatDay } from '@intikhab/kernel/language'
import { Notice } from '@intikhab/kernel/screens'
import type { StageCode } from '@intikhab/law'
import { Button, Textarea, TextInput } from '@mantine/core'
import { useState, type FormEvent, type ReactNode } from 'react'
import { words } from '../words.ts'
import { Effect } from './effect.tsx'
import { useElection, type ChangeDone, type ElectionNow } from './programme-data.ts'
import { usePreview, type Proposal } from './use-preview.ts'
import { staffWords } from './words.ts'

/** Proposes the next version of a programme: dates on one side, what they do on the other. */
export function ChangeScreen({ params }: { params: Readonly<Record<string, string>> }): ReactNode {
  const id = params['election'] ?? ''
  const { t } = useSpeech()
  return (
    <>
      <p>
        <StaffLink to={`/programme/${id}`}>{t(staffWords.back)}</StaffLink>
      </p>
      <h1>{t(staffWords.proposeChange)}</h1>
      <p>{t(staffWords.changeLead)}</p>
      <Loaded query={useElection(id)}>{(now) => <Change key={now.inForce.version} id={id} now={now} />}</Loaded>
    </>
  )
}

function Change({ id, now: { inForce } }: { id: string; now: ElectionNow }): ReactNode {
  const { language, t } = useSpeech()
  const before = Object.fromEntries(inForce.stages.map(({ stage, date }) => [stage, date])) as Record<StageCode, string>
  const [dates, setDates] = useState(before)
  const [reason, setReason] = useState('')
  const [order, setOrder] = useState('')
  const proposal: Proposal = {
    basedOn: inForce.version,
    stages: dates,
    reason,
    orderReference: order.trim() === '' ? null : order.trim(),
  }
  const isChanged = inForce.stages.some(({ stage, date }) => dates[stage] !== date)
  const preview = usePreview(id, proposal, isChanged)
  const act = useAct<Proposal, ChangeDone>(`/api/elections/${id}/programme`, {
    refresh: [[`/api/elections/${id}`], [`/api/elections/${id}/programme/versions`], ['/api/elections']],
  })
  const send = (event: FormEvent) => {
    event.preventDefault()
    act.mutate(proposal)
  }
  return (
    <form className="columns even" onSubmit={send}>
      <section>
        <h2>{t(staffWords.dates)}</h2>
        <div className="staff-form">
          {inForce.stages.map(({ stage, name, date }) => (
            <TextInput
              key={stage}
              type="date"
              required
              withAsterisk={false}
              label={t(name)}
              value={dates[stage]}
              className={dates[stage] === date ? '' : 'changed-figure'}
              {...(dates[stage] === date
                ? {}
                : { description: t(staffWords.was, { version: inForce.version, day: formatDay(language, date) }) })}
              onChange={(event) => setDates({ ...dates, [stage]: event.currentTarget.value })}
            />
          ))}
        </div>
      </section>
      <section className="beside">
        <h2>{t(staffWords.effect)}</h2>
        {act.isSuccess ? (
          <Notice kind="good" title={t(staffWords.done, { version: act.data.version })} live />
        ) : (
          <Effect preview={preview} isChanged={isChanged} order={order} />
        )}
        <h2>{t(staffWords.whyAndBy)}</h2>
        <div className="staff-form">
          <Textarea
            label={t(words.reason)}
            description={t(staffWords.reasonHint)}
            required
            withAsterisk={false}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <TextInput
            label={t(staffWords.order)}
            description={t(staffWords.orderHint)}
            required={preview.data?.change.orderRequired === true}
            withAsterisk={false}
            value={order}
            onChange={(event) => setOrder(event.currentTarget.value)}
          />
          {act.isError ? <ProblemNotice problem={act.error.problem} answers /> : null}
          <div className="form-buttons">
            <Button type="submit" disabled={!isChanged} loading={act.isPending}>
              {t(staffWords.submit)}
            </Button>
            <Button variant="default" disabled={!isChanged} onClick={() => setDates(before)}>
              {t(staffWords.startAgain)}
            </Button>
          </div>
        </div>
      </section>
    </form>
  )
}
