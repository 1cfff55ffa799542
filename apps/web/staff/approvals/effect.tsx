import { useSpeech } from '@intikhab/kernel/console'
import { formatDay, formatInstant, formatNumber, type Language, type Text } from '@intikhab/kernel/language'
import { Code } from '@intikhab/kernel/screens'
import type { ReactNode } from 'react'
import type { ShownProposal } from './approvals-data.ts'
import { words } from './words.ts'

type Preview = ShownProposal['preview']

/** What a mark says: of a finding whether it is settled, of a condition whether it is met. */
function markOf(value: string, isFinding: boolean): Text | undefined {
  if (value === '✓') return isFinding ? words.checkSettled : words.conditionMet
  if (value === '✗') return isFinding ? words.checkOpen : words.conditionNotMet
  return undefined
}

/** What will happen: the sentence, the figures before and after, and only what changes. */
export function EffectOf({ preview }: { preview: Preview }): ReactNode {
  const { language, t } = useSpeech()
  const { sentence, counts, differences, document } = preview
  const shown = (value: string | Text, isFinding: boolean) =>
    typeof value === 'string' ? (markOf(value, isFinding)?.[language] ?? said(language, value)) : t(value)
  return (
    <>
      <p className="proposal-sentence">
        <bdi>{sentence[language]}</bdi>
      </p>
      {counts.length === 0 ? null : (
        <BeforeAfter
          caption={words.figures}
          head={words.figure}
          rows={counts.map(({ label, before, after }) => ({
            key: label.en,
            name: <bdi>{label[language]}</bdi>,
            before: before === null ? '–' : formatNumber(language, before),
            after: after === null ? '–' : formatNumber(language, after),
            isSame: before === after,
          }))}
        />
      )}
      {differences.length === 0 ? null : (
        <BeforeAfter
          caption={words.differences}
          head={words.field}
          rows={differences.map(({ field, before, after }) => ({
            key: field.en,
            name: <FieldName field={field} language={language} />,
            before: before === null ? null : shown(before, true),
            after: after === null ? null : shown(after, before !== null),
          }))}
        />
      )}
      {document === undefined ? null : (
        <p>
          <a href={document.href} type={document.mediaType}>
            {t(words.document)}: {t(document.title)}
          </a>{' '}
          <Code>{`SHA-256 ${document.sha256.slice(0, 16)}…`}</Code>
        </p>
      )}
    </>
  )
}

interface Row {
  readonly key: string
  readonly name: ReactNode
  readonly before: ReactNode
  readonly after: ReactNode
  /** A figure that is told and stays as it is. */
  readonly isSame?: boolean
}

/** Before and after side by side; on a narrow screen one below the other, each with its word. */
function BeforeAfter(props: { caption: Text; head: Text; rows: readonly Row[] }): ReactNode {
  const { t } = useSpeech()
  const nothing = <span className="quiet">{t(words.nothing)}</span>
  return (
    <table className="before-after">
      <caption>{t(props.caption)}</caption>
      <thead>
        <tr>
          <th scope="col">{t(props.head)}</th>
          <th scope="col">{t(words.before)}</th>
          <th scope="col">{t(words.after)}</th>
        </tr>
      </thead>
      <tbody>
        {props.rows.map(({ key, name, before, after, isSame }) => (
          <tr key={key}>
            <th scope="row">{name}</th>
            <td data-word={t(words.before)}>{before ?? nothing}</td>
            <td data-word={t(words.after)}>{after === null ? nothing : isSame ? after : <strong>{after}</strong>}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** A name that is the same in both languages is a path or a code. */
function FieldName({ field, language }: { field: Text; language: Language }): ReactNode {
  return field.en === field.ur ? <Code>{field.en}</Code> : <bdi>{field[language]}</bdi>
}

/** A value as a person writes it: days and instants in words, everything else as it is. */
function said(language: Language, value: string): ReactNode {
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return formatDay(language, value)
  if (/^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/.test(value)) return formatInstant(language, new Date(value))
  return <bdi>{value}</bdi>
}
