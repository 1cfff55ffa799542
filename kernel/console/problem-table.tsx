import { Code, Notice } from '@intikhab/kernel/screens'
import type { ReactNode } from 'react'
import type { Problem, ProblemReport } from '../tables/findings.ts'
import { DataTable } from './data-table.tsx'
import { useSpeech } from './language.tsx'
import { words } from './words.ts'

/** Why a file was refused: every problem with file, line, field and reason, to be searched and downloaded. */
export function ProblemTable({ report }: { report: ProblemReport }): ReactNode {
  const { language, t } = useSpeech()
  const { problems, count } = report
  const numbered = problems.map((problem, index) => ({ ...problem, index }))
  return (
    <>
      <Notice kind="problem" title={t(words.refusedFile, { count })}>
        {count > problems.length ? <p>{t(words.firstOnly, { shown: problems.length, count })}</p> : null}
      </Notice>
      <DataTable<Problem & { readonly index: number }>
        caption={t(words.problems)}
        rows={numbered}
        rowKey={({ index }) => String(index)}
        file="problems.csv"
        columns={[
          {
            key: 'file',
            head: t(words.file),
            value: ({ file }) => file,
            cell: ({ file }) => <Code>{file}</Code>,
            wideOnly: true,
          },
          { key: 'line', head: t(words.line), value: ({ line }) => (line === 0 ? null : line), numeric: true },
          {
            key: 'field',
            head: t(words.column),
            value: ({ field }) => field,
            cell: ({ field }) => (field === null ? '–' : <Code>{field}</Code>),
          },
          { key: 'reason', head: t(words.reason), value: (problem) => problem[language], names: true },
          {
            key: 'found',
            head: t(words.found),
            value: ({ found }) => found,
            cell: ({ found }) => (found === null ? '–' : <bdi className="found">{found}</bdi>),
          },
          {
            key: 'code',
            head: t(words.code),
            value: ({ code }) => code,
            cell: ({ code }) => <Code>{code}</Code>,
            wideOnly: true,
          },
        ]}
      />
    </>
  )
}
