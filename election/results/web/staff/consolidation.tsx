import { ProblemNotice, useAct, useSpeech } from '@intikhab/kernel/console'
import { nameIn, Notice } from '@intikhab/kernel/screens'
import { Button, NativeSelect, Textarea } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import type { ConsolidationDocument } from '../../core/documents.ts'
import { ContestDocuments } from '../contest-documents.tsx'
import type { SeatNow } from './seat-data.ts'
import { staffWords } from './words.ts'

type DocumentForm = '47' | '48' | '49'

interface DocumentBody {
  readonly form: DocumentForm
  readonly reason: string | null
  readonly lotFellOn: number | null
}

const makeTexts = { '47': staffWords.make47, '48': staffWords.make48, '49': staffWords.make49 } as const

/** The documents of a seat as they were made, and making the next one out of what is in. */
export function Consolidation({ seat, mayAct }: { seat: SeatNow; mayAct: boolean }): ReactNode {
  const { t } = useSpeech()
  const { language } = useSpeech()
  const { contest, edition } = seat
  return (
    <section>
      <ContestDocuments contest={contest} language={language} />
      {contest.documents.length === 0 ? null : (
        <ul>
          {contest.documents.map(({ form, version, path, returned }) => (
            <li key={path}>
              <a href={`/editions/${edition.series}/${edition.number}/${path}`}>
                {t(staffWords.documentData, { form, version })}
              </a>{' '}
              {returned === null ? null : (
                <strong>{t(staffWords.returned, { name: nameIn(language, returned.name) })}</strong>
              )}
            </li>
          ))}
        </ul>
      )}
      {mayAct ? <MakeDocuments seat={seat} /> : null}
    </section>
  )
}

function MakeDocuments({ seat: { contest } }: { seat: SeatNow }): ReactNode {
  const { language, t } = useSpeech()
  const { electionId, contestId, candidates, documents, tiedSerials } = contest
  const [reason, setReason] = useState('')
  const [lot, setLot] = useState('')
  const act = useAct<DocumentBody, { document: ConsolidationDocument }>(
    `/api/results/${electionId}/contests/${contestId}/documents`,
    { refresh: [['edition', `results-${electionId}`]] },
  )
  const make = (form: DocumentForm) =>
    act.mutate({
      form,
      reason: reason.trim() === '' ? null : reason.trim(),
      lotFellOn: form === '49' && lot !== '' ? Number(lot) : null,
    })
  const made = act.data?.document
  return (
    <div className="staff-form">
      {documents.length === 0 ? null : (
        <Textarea
          label={t(staffWords.newVersionReason)}
          description={t(staffWords.newVersionHint)}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      )}
      {tiedSerials.length === 0 ? null : (
        <NativeSelect
          label={t(staffWords.lot)}
          description={t(staffWords.lotHint)}
          value={lot}
          onChange={(event) => setLot(event.currentTarget.value)}
          data={[
            { value: '', label: t(staffWords.noLot) },
            ...candidates
              .filter(({ serial }) => tiedSerials.includes(serial))
              .map(({ serial, name }) => ({ value: String(serial), label: `${serial}. ${nameIn(language, name)}` })),
          ]}
        />
      )}
      {act.isError ? <ProblemNotice problem={act.error.problem} answers /> : null}
      {made === undefined ? null : (
        <Notice kind="good" live title={t(staffWords.documentDone, { form: made.form, version: made.version })}>
          {made.form === '49' ? <p>{t(staffWords.returned, { name: nameIn(language, made.returned.name) })}</p> : null}
        </Notice>
      )}
      <div className="form-buttons">
        {(['47', '48', '49'] as const).map((form) => (
          <Button
            key={form}
            variant={form === '49' ? 'filled' : 'default'}
            loading={act.isPending && act.variables.form === form}
            onClick={() => make(form)}
          >
            {t(makeTexts[form])}
          </Button>
        ))}
      </div>
    </div>
  )
}
