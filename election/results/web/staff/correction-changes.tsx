import { useSpeech } from '@intikhab/kernel/console'
import { formatNumber } from '@intikhab/kernel/language'
import { nameIn, Table } from '@intikhab/kernel/screens'
import type { ReactNode } from 'react'
import type { CandidateResult } from '../../core/edition.ts'
import { findFigureName } from '../../core/figure-names.ts'
import type { Figures } from '../../core/figures.ts'
import { staffWords } from './words.ts'

/** The figures that a correction changes, old beside new. */
export function CorrectionChanges(props: {
  old: Figures
  figures: Figures
  paths: readonly string[]
  candidates: readonly CandidateResult[]
}): ReactNode {
  const { old, figures, paths, candidates } = props
  const { language, t } = useSpeech()
  const nameOf = (path: string): string => {
    const found = findFigureName(path)
    if (found === undefined) return path
    const candidate = found.candidate === null ? undefined : candidates[found.candidate]
    const figure = t(found.text)
    return candidate === undefined
      ? figure
      : t(staffWords.ofCandidate, { name: nameIn(language, candidate.name), figure })
  }
  return (
    <Table
      caption={t(staffWords.changes)}
      empty={t(staffWords.noChanges)}
      language={language}
      rows={paths}
      rowKey={(path) => path}
      columns={[
        { key: 'figure', head: t(staffWords.figure), names: true, cell: nameOf },
        {
          key: 'old',
          head: t(staffWords.old),
          numeric: true,
          cell: (path) => formatNumber(language, old[path] ?? 0),
        },
        {
          key: 'new',
          head: t(staffWords.new),
          numeric: true,
          cell: (path) => <strong>{formatNumber(language, figures[path] ?? 0)}</strong>,
        },
      ]}
    />
  )
}
