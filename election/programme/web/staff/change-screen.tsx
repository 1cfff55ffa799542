import {
  Loaded,
  ProblemNotice,
  ProposedNotice,
  StaffLink,
  useAct,
  useSpeech,
  type ProposedAct,
} from '@intikhab/kernel/console'
import { formatDay } from '@intikhab/kernel/language'
import { Button, Textarea, TextInput } from '@mantine/core'
import { useState, type FormEvent, type ReactNode } from 'react'
import type { PublishedVersion } from '../../core/edition.ts'
import { words } from '../words.ts'
import { Effect } from './effect.tsx'
import { useElection } from './programme-data.ts'
import { draftOf, proposalOf, type Draft, type Proposal } from './proposal.ts'
import { usePreview } from './use-preview.ts'
import { staffWords } from './words.ts'

/** Proposes the next version of a programme: dates on one side, what they do on the other. */
export function ChangeScreen({ params }: { params: Readonly<Record<string, string>> }): ReactNode {
  const id = params['election'] ?? ''
  const { t } = useSpeech()
  const [proposed, setProposed] = useState<ProposedAct>()
  return (
    <>
      <p>
        <StaffLink to={`/programme/${id}`}>{t(staffWords.back)}</StaffLink>
      </p>
      <h1>{t(staffWords.proposeChange)}</h1>
      <p>{t(staffWords.changeLead)}</p>
      <Loaded query={useElection(id)}>
        {({ inForce }) =>
          proposed === undefined ? (
            <Change key={inForce.version} id={id} inForce={inForce} onProposed={setProposed} />
          ) : (
            <ProposedNotice proposed={proposed} />
          )
        }
      </Loaded>
    </>
  )
}

function Change(props: {
  id: string
  inForce: PublishedVersion
  onProposed: (proposed: ProposedAct) => void
}): ReactNode {
  const { id, inForce, onProposed } = props
  const { t } = useSpeech()
  const [draft, setDraft] = useState(() => draftOf(inForce))
  const change = (part: Partial<Draft>) => setDraft((before) => ({ ...before, ...part }))
  const proposal = proposalOf(draft, inForce.version)
  const isChanged = inForce.stages.some(({ stage, date }) => draft.dates[stage] !== date)
  const preview = usePreview(id, proposal, isChanged)
  const act = useAct<Proposal, ProposedAct>(`/api/elections/${id}/programme`, { refresh: [['/api/approvals']] })
  const send = (event: FormEvent) => {
    event.preventDefault()
    void act.mutateAsync(proposal).then(onProposed, () => undefined)
  }
  return (
    <form className="columns even" onSubmit={send}>
      <section>
        <h2>{t(staffWords.dates)}</h2>
        <StageDates inForce={inForce} dates={draft.dates} onChange={(dates) => change({ dates })} />
      </section>
      <section className="beside">
        <h2>{t(staffWords.effect)}</h2>
        <Effect preview={preview} isChanged={isChanged} order={draft.order} />
        <h2>{t(staffWords.whyAndBy)}</h2>
        <div className="staff-form">
          <TextInput
            label={t(staffWords.holidays)}
            description={t(staffWords.holidaysHint)}
            data-latin
            value={draft.holidays}
            onChange={(event) => change({ holidays: event.currentTarget.value })}
          />
          <Textarea
            label={t(words.reason)}
            description={t(staffWords.reasonHint)}
            required
            maxLength={2000}
            value={draft.reason}
            onChange={(event) => change({ reason: event.currentTarget.value })}
          />
          <TextInput
            label={t(staffWords.order)}
            description={t(staffWords.orderHint)}
            required={preview.data?.change.orderRequired === true}
            maxLength={200}
            value={draft.order}
            onChange={(event) => change({ order: event.currentTarget.value })}
          />
          {act.isError ? <ProblemNotice problem={act.error.problem} answers /> : null}
          <div className="form-buttons">
            <Button type="submit" disabled={!isChanged} loading={act.isPending}>
              {t(staffWords.submit)}
            </Button>
            <Button variant="default" disabled={!isChanged} onClick={() => setDraft(draftOf(inForce))}>
              {t(staffWords.startAgain)}
            </Button>
          </div>
        </div>
      </section>
    </form>
  )
}

/** A date for every stage; one that differs from the version in force says what it was. */
function StageDates(props: {
  inForce: PublishedVersion
  dates: Draft['dates']
  onChange: (dates: Draft['dates']) => void
}): ReactNode {
  const { inForce, dates, onChange } = props
  const { language, t } = useSpeech()
  return (
    <div className="staff-form">
      {inForce.stages.map(({ stage, name, date }) => (
        <TextInput
          key={stage}
          type="date"
          required
          label={t(name)}
          value={dates[stage]}
          className={dates[stage] === date ? '' : 'changed-figure'}
          {...(dates[stage] === date
            ? {}
            : { description: t(staffWords.was, { version: inForce.version, day: formatDay(language, date) }) })}
          onChange={(event) => onChange({ ...dates, [stage]: event.currentTarget.value })}
        />
      ))}
    </div>
  )
}
