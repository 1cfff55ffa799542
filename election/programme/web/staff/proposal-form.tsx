import { ProblemNotice, useAct, useSpeech } from '@intikhab/kernel/console'
import { formatDay } from '@intikhab/kernel/language'
import { Button, Textarea, TextInput } from '@mantine/core'
import { useId, useState, type FormEvent, type ReactNode } from 'react'
import type { ProgrammeChange } from '@intikhab/law'
import type { PublishedVersion } from '../../core/edition.ts'
import { Effect } from './effect.tsx'
import { bodyOf, draftOf, refusalAt, sameProposal } from './proposal.ts'
import type { PreviewView, ProposalBody } from './proposal.ts'
import { words } from './words.ts'

/** Answer of `POST /api/elections/:id/programme`. */
export interface ChangeDone {
  readonly version: number
  readonly change: ProgrammeChange
  readonly entryId: number
}

/** A change of the programme: dates, reason, order; nothing can be put in force whose effect was not looked at. */
export function ProposalForm(props: {
  electionId: string
  inForce: PublishedVersion
  onDone: (done: ChangeDone) => void
}): ReactNode {
  const { electionId, inForce, onDone } = props
  const { language, t } = useSpeech()
  const id = useId()
  const [draft, setDraft] = useState(() => draftOf(inForce))
  const address = `/api/elections/${electionId}/programme`
  const preview = useAct<ProposalBody, PreviewView>(`${address}/proposals`, { refresh: [] })
  const change = useAct<ProposalBody, ChangeDone>(address, {
    refresh: [[`/api/elections/${electionId}`], [`${address}/versions`], ['/api/elections']],
  })
  const body = bodyOf(draft, inForce.version)
  const seen = preview.data
  const fresh = preview.variables !== undefined && sameProposal(preview.variables, body)
  const faultAt = (pointer: string) => (fresh ? refusalAt(seen, pointer, language) : undefined)

  const look = (event: FormEvent) => {
    event.preventDefault()
    preview.mutate(body)
  }
  const startOver = () => {
    setDraft(draftOf(inForce))
    preview.reset()
    change.reset()
  }

  return (
    <form onSubmit={look}>
      <section aria-labelledby={`${id}-dates`}>
        <h3 id={`${id}-dates`}>{t(words.dates)}</h3>
        <div className="figure-grid">
          {inForce.stages.map(({ stage, name, date }) => (
            <div key={stage} className={draft.dates[stage] === date ? undefined : 'changed-figure'}>
              <TextInput
                id={`${id}-${stage}`}
                type="date"
                required
                label={name[language]}
                description={draft.dates[stage] === date ? null : t(words.wasDate, { day: formatDay(language, date) })}
                value={draft.dates[stage]}
                error={faultAt(`/stages/${stage}`)}
                onChange={({ currentTarget: { value } }) =>
                  setDraft((before) => ({ ...before, dates: { ...before.dates, [stage]: value } }))
                }
              />
            </div>
          ))}
        </div>
      </section>
      <div className="staff-form">
        <TextInput
          label={t(words.holidays)}
          description={t(words.holidaysHint)}
          data-latin
          value={draft.holidays}
          onChange={({ currentTarget: { value } }) => setDraft((before) => ({ ...before, holidays: value }))}
        />
        <Textarea
          label={t(words.reason)}
          description={t(words.reasonHint)}
          maxLength={2000}
          value={draft.reason}
          error={faultAt('/reason')}
          onChange={({ currentTarget: { value } }) => setDraft((before) => ({ ...before, reason: value }))}
        />
        <TextInput
          label={t(words.order)}
          description={t(words.orderHint)}
          maxLength={200}
          value={draft.orderReference}
          error={faultAt('/orderReference')}
          onChange={({ currentTarget: { value } }) => setDraft((before) => ({ ...before, orderReference: value }))}
        />
        <div className="form-buttons">
          <Button
            type="submit"
            variant={fresh && seen?.refusal === null ? 'default' : 'filled'}
            loading={preview.isPending}
          >
            {t(words.check)}
          </Button>
          <Button type="button" variant="default" onClick={startOver}>
            {t(words.startOver)}
          </Button>
        </div>
      </div>
      {preview.isError ? <ProblemNotice problem={preview.error.problem} answers /> : null}
      {seen === undefined ? null : (
        <section aria-labelledby={`${id}-effect`} aria-live="polite">
          <h2 id={`${id}-effect`}>{t(words.effect)}</h2>
          <Effect preview={seen} />
          {fresh ? null : <p className="caption">{t(words.stale)}</p>}
          <Button
            type="button"
            disabled={!fresh || seen.refusal !== null}
            loading={change.isPending}
            onClick={() => change.mutate(body, { onSuccess: onDone })}
          >
            {t(words.putInForce, { version: inForce.version + 1 })}
          </Button>
          {change.isError ? <ProblemNotice problem={change.error.problem} answers /> : null}
        </section>
      )}
    </form>
  )
}
