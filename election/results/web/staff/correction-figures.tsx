import { useSpeech } from '@intikhab/kernel/console'
import { Name, nameIn } from '@intikhab/kernel/screens'
import type { ReactNode } from 'react'
import type { CandidateResult } from '../../core/edition.ts'
import { words } from '../words.ts'
import { FigureInput } from './figure-input.tsx'
import { accountNames, countNames, rowNames } from '../../core/figure-names.ts'
import type { Figures } from '../../core/figures.ts'
import { staffWords } from './words.ts'

interface Props {
  readonly figures: Figures
  readonly old: Figures
  readonly onChange: (path: string, n: number) => void
}

const columns = Object.keys(rowNames) as readonly (keyof typeof rowNames)[]

/** The figures of Form-45 as fields: a row for each candidate, as on the paper, and the totals below. */
export function CountFigures(props: Props & { readonly candidates: readonly CandidateResult[] }): ReactNode {
  const { candidates, ...figures } = props
  const { language, t } = useSpeech()
  return (
    <>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- scrolls sideways: the keyboard must reach it */}
      <section className="table-scroll" aria-label={t(staffWords.correct)} tabIndex={0}>
        <table className="figure-table">
          <thead>
            <tr>
              <th scope="col">{t(words.candidate)}</th>
              {columns.map((column) => (
                <th key={column} scope="col">
                  {t(rowNames[column])}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {candidates.map(({ serial, name }, index) => (
              <tr key={serial}>
                <th scope="row">
                  <Name text={name} language={language} />
                </th>
                {columns.map((column) => (
                  <td key={column}>
                    <OneFigure
                      {...figures}
                      hideLabel
                      path={`candidates.${index}.${column}`}
                      label={t(staffWords.ofCandidate, { name: nameIn(language, name), figure: t(rowNames[column]) })}
                    />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <Alone {...figures} names={countNames} />
    </>
  )
}

/** The figures of Form-46 as fields. */
export function AccountFigures(props: Props): ReactNode {
  return <Alone {...props} names={accountNames} />
}

function Alone({ names, ...props }: Props & { readonly names: typeof countNames | typeof accountNames }): ReactNode {
  const { t } = useSpeech()
  return (
    <div className="figure-grid">
      {Object.entries(names).map(([path, text]) => (
        <OneFigure key={path} {...props} path={path} label={t(text)} />
      ))}
    </div>
  )
}

function OneFigure(
  props: Props & { readonly path: string; readonly label: string; readonly hideLabel?: boolean },
): ReactNode {
  const { figures, old, onChange, path, label, hideLabel } = props
  return (
    <FigureInput
      label={label}
      hideLabel={hideLabel === true}
      value={figures[path] ?? 0}
      old={old[path] ?? 0}
      onChange={(n) => onChange(path, n)}
    />
  )
}
