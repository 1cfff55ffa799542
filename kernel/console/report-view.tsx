import { formatNumber, type Language } from '@intikhab/kernel/language'
import { Code, Headlines } from '@intikhab/kernel/screens'
import type { ReactNode } from 'react'
import type { Finding, FindingCase, ImportReport } from '../tables/findings.ts'
import { DataTable } from './data-table.tsx'
import { useSpeech } from './language.tsx'
import { totalNames, words } from './words.ts'

function totalName(key: string, language: Language): string {
  const known = (totalNames as Readonly<Record<string, (typeof totalNames)[keyof typeof totalNames]>>)[key]
  return known === undefined ? key : known[language]
}

/** What an importer says of files it has taken in: totals, the files with their fingerprints, and every finding with its cases. */
export function ReportView({ report }: { report: ImportReport }): ReactNode {
  const { language, t } = useSpeech()
  return (
    <>
      <Headlines
        facts={Object.entries(report.totals).map(([key, n]) => ({
          key,
          name: totalName(key, language),
          value: formatNumber(language, n),
        }))}
      />
      <h2>{t(words.quality)}</h2>
      <p>{report.findings.length === 0 ? t(words.noFindings) : t(words.qualityLead)}</p>
      {report.findings.map((finding) => (
        <FindingCases key={finding.code} finding={finding} />
      ))}
      <DataTable
        caption={t(words.filesRead)}
        rows={report.files}
        rowKey={({ name }) => name}
        columns={[
          { key: 'name', head: t(words.file), value: ({ name }) => name, cell: ({ name }) => <Code>{name}</Code> },
          { key: 'rows', head: t(words.rows), value: ({ rows }) => rows, numeric: true },
          { key: 'bytes', head: t(words.size), value: ({ bytes }) => bytes, numeric: true },
          {
            key: 'sha256',
            head: t(words.fingerprint),
            value: ({ sha256 }) => sha256,
            cell: ({ sha256 }) => <Code>{`${sha256.slice(0, 16)}…`}</Code>,
            wideOnly: true,
          },
        ]}
      />
    </>
  )
}

function figuresOf({ figures }: FindingCase): string {
  return Object.entries(figures)
    .map(([name, figure]) => `${name}: ${figure}`)
    .join(', ')
}

function FindingCases({ finding }: { finding: Finding }): ReactNode {
  const { language, t } = useSpeech()
  const { code, count, cases } = finding
  const numbered = cases.map(({ subject, lines, figures }, index) => ({ subject, lines, figures, index }))
  return (
    <details className="check finding">
      <summary>
        {finding[language]} <small>{t(words.cases, { count })}</small>
      </summary>
      <DataTable<FindingCase & { readonly index: number }>
        caption={<Code>{code}</Code>}
        rows={numbered}
        rowKey={({ index }) => String(index)}
        file={`${code}.csv`}
        columns={[
          {
            key: 'subject',
            head: t(words.subject),
            value: ({ subject }) => subject,
            cell: ({ subject }) => <bdi>{subject}</bdi>,
            names: true,
          },
          {
            key: 'lines',
            head: t(words.lines),
            value: ({ lines }) => lines.join(' '),
            cell: ({ lines }) => <bdi dir="ltr">{lines.join(', ')}</bdi>,
          },
          {
            key: 'figures',
            head: t(words.figures),
            value: figuresOf,
            cell: (each) => (
              <bdi lang="en" dir="ltr">
                {figuresOf(each)}
              </bdi>
            ),
          },
        ]}
      />
    </details>
  )
}
