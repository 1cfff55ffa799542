import { formatPercent } from '@intikhab/kernel/language'
import { Notice } from '@intikhab/kernel/screens'
import { Button, FileInput, NativeSelect, TextInput } from '@mantine/core'
import { useState, type FormEvent, type ReactNode } from 'react'
import { Refused, upload, type ArrivedProblem, type Imported } from './api.ts'
import { useSpeech } from './language.tsx'
import { ProblemNotice } from './problem-notice.tsx'
import { ProblemTable } from './problem-table.tsx'
import { ReportView } from './report-view.tsx'
import type { ImportKind } from './staff-page.ts'
import { words } from './words.ts'

type Stage =
  | { readonly at: 'choosing' }
  | { readonly at: 'sending'; readonly share: number }
  | { readonly at: 'done'; readonly imported: Imported }
  | { readonly at: 'refused'; readonly problem: ArrivedProblem }

/** One import: its files and what is said with them, the way of the upload, and then the report or the problems. */
export function ImportScreen({ kind, election }: { kind: ImportKind; election: string }): ReactNode {
  const { t } = useSpeech()
  const [stage, setStage] = useState<Stage>({ at: 'choosing' })
  const [files, setFiles] = useState<Readonly<Record<string, File>>>({})
  const [fields, setFields] = useState<Readonly<Record<string, string>>>(() =>
    Object.fromEntries(
      kind.fields.map(({ name, initial }) => [name, typeof initial === 'string' ? initial : initial(election)]),
    ),
  )
  const complete = kind.files.every(({ part }) => files[part] !== undefined)

  async function send(event: FormEvent) {
    event.preventDefault()
    const [first] = kind.files
    const chosen = first === undefined ? undefined : files[first.part]
    if (first === undefined || chosen === undefined || !complete) return
    setStage({ at: 'sending', share: 0 })
    try {
      const imported = await upload(
        kind.address(fields, chosen.name),
        kind.files.length === 1 ? { bytes: chosen, mediaType: first.mediaType } : partsOf(kind, files),
        (share) => setStage({ at: 'sending', share }),
      )
      setStage({ at: 'done', imported })
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      setStage({ at: 'refused', problem: error.problem })
    }
  }

  if (stage.at === 'done')
    return (
      <>
        <Outcome imported={stage.imported} />
        <Button
          variant="default"
          onClick={() => {
            setFiles({})
            setStage({ at: 'choosing' })
          }}
        >
          {t(words.again)}
        </Button>
      </>
    )
  return (
    <>
      <form onSubmit={(event) => void send(event)} className="staff-form">
        {kind.fields.map((field) => {
          const shared = {
            key: field.name,
            label: t(field.label),
            value: fields[field.name] ?? '',
            required: field.optional !== true,
            withAsterisk: field.optional !== true,
            ...(field.hint === undefined ? {} : { description: t(field.hint) }),
          }
          const { key, ...rest } = shared
          const keep = (value: string) => setFields({ ...fields, [field.name]: value })
          return field.choices === undefined ? (
            <TextInput key={key} {...rest} onChange={(event) => keep(event.currentTarget.value)} />
          ) : (
            <NativeSelect
              key={key}
              {...rest}
              data={field.choices.map(({ value, text }) => ({ value, label: t(text) }))}
              onChange={(event) => keep(event.currentTarget.value)}
            />
          )
        })}
        {kind.files.map((file) => (
          <FileInput
            key={file.part}
            label={t(file.label)}
            description={t(file.hint)}
            placeholder={t(words.chooseFile)}
            accept={file.endings}
            required
            value={files[file.part] ?? null}
            onChange={(chosen) => {
              const { [file.part]: _, ...others } = files
              setFiles(chosen === null ? others : { ...others, [file.part]: chosen })
            }}
          />
        ))}
        <p className="hint">{t(words.allOrNothing)}</p>
        <Button type="submit" disabled={!complete || stage.at === 'sending'}>
          {t(words.run)}
        </Button>
        {stage.at === 'sending' ? <Sending share={stage.share} /> : null}
      </form>
      {stage.at === 'refused' ? <Refusal problem={stage.problem} /> : null}
    </>
  )
}

function partsOf(kind: ImportKind, files: Readonly<Record<string, File>>): FormData {
  const form = new FormData()
  for (const { part } of kind.files) {
    const file = files[part]
    if (file !== undefined) form.append(part, file, file.name)
  }
  return form
}

function Sending({ share }: { share: number }): ReactNode {
  const { language, t } = useSpeech()
  const percent = formatPercent(language, Math.round(share * 100), 100, 0)
  return (
    <div className="sending">
      <progress aria-label={t(words.run)} {...(share < 1 ? { value: share } : {})} />
      <output className="waiting">{share < 1 ? t(words.sending, { share: percent }) : t(words.checking)}</output>
    </div>
  )
}

function Outcome({ imported }: { imported: Imported }): ReactNode {
  const { t } = useSpeech()
  return (
    <>
      <Notice kind="good" title={t(words.imported)} live>
        {imported.imported === undefined ? null : <p>{t(words.importedRows, { rows: imported.imported })}</p>}
      </Notice>
      {imported.report === undefined ? null : <ReportView report={imported.report} />}
    </>
  )
}

function Refusal({ problem }: { problem: ArrivedProblem }): ReactNode {
  return (
    <div className="refusal">
      <ProblemNotice problem={problem} answers />
      {problem.report === undefined || problem.report === null ? null : <ProblemTable report={problem.report} />}
    </div>
  )
}
