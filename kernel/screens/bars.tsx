import { formatNumber, formatPercent, say, type Language } from '@intikhab/kernel/language'
import type { ReactNode } from 'react'
import { words } from './words.ts'

/**
 * Colour slot: `p1` … `p8` for parties, `independent`, `other`, `none` for no count, `green` for one series alone, `gap1` …
 * `gap5` for a scale from light to dark.
 */
export type Tone =
  | `p${1 | 2 | 3 | 4 | 5 | 6 | 7 | 8}`
  | `gap${1 | 2 | 3 | 4 | 5}`
  | 'independent'
  | 'other'
  | 'none'
  | 'green'
  | 'male'
  | 'female'

/** Per cent of the bar left white between two parts. */
const gap = 0.15

const widthOf = (n: number, of: number) => (of === 0 ? 0 : Math.max(0, Math.min(100, (n / of) * 100)))

/** A plain bar for a number that stands beside it in figures; grows from the start of the line in both directions of writing. */
export function Bar({ n, of, tone = 'green' }: { n: number; of: number; tone?: Tone }): ReactNode {
  return (
    <svg className="bar" aria-hidden="true" preserveAspectRatio="none">
      <rect className={`tone-${tone}`} width={`${widthOf(n, of).toFixed(2)}%`} height="100%" />
    </svg>
  )
}

/** How far something has come: bar, figures and what they are figures of. */
export function Progress(props: {
  label: string
  n: number
  of: number
  language: Language
  note?: ReactNode
}): ReactNode {
  const { label, n, of, language } = props
  return (
    <div className="progress">
      <p className="progress-label">
        <span>{label}</span>
        <span className="number">
          {say(language, words.progressOf, { n, of, share: formatPercent(language, n, of) })}
        </span>
      </p>
      <Bar n={n} of={of} />
      {props.note === undefined ? null : <p className="caption">{props.note}</p>}
    </div>
  )
}

/** One part of a stacked bar. */
export interface Part {
  readonly key: string
  readonly label: string
  readonly n: number
  readonly tone: Tone
}

/** Parts of a whole in one bar, each with a thin gap so that neighbours stay apart without colour. The legend below carries the figures. */
export function StackedBar({ parts, of, label }: { parts: readonly Part[]; of: number; label: string }): ReactNode {
  const starts = parts.map((_, index) => parts.slice(0, index).reduce((sum, part) => sum + part.n, 0))
  return (
    // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- an inline drawing is no <img>
    <svg className="bar bar-stacked" role="img" aria-label={label} preserveAspectRatio="none">
      {parts.map((part, index) => (
        <rect
          key={part.key}
          className={`tone-${part.tone}`}
          x={`${widthOf(starts[index] ?? 0, of).toFixed(2)}%`}
          width={`${Math.max(0, widthOf(part.n, of) - gap).toFixed(2)}%`}
          height="100%"
        />
      ))}
    </svg>
  )
}

/** What the colours of a bar or map stand for, with the numbers. */
export function Legend({ parts, language }: { parts: readonly Part[]; language: Language }): ReactNode {
  return (
    <ul className="legend">
      {parts.map((part) => (
        <li key={part.key}>
          <svg className="swatch" aria-hidden="true">
            <rect className={`tone-${part.tone}`} width="100%" height="100%" />
          </svg>
          <bdi>{part.label}</bdi> <span className="number">{formatNumber(language, part.n)}</span>
        </li>
      ))}
    </ul>
  )
}
