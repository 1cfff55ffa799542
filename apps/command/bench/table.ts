import { verdictOf, type Figure, type Measure } from './figure.ts'

const number = (value: number, digits: number): string =>
  value.toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits })

function digitsOf(value: number): number {
  if (value >= 100) return 0
  return value >= 10 ? 1 : 2
}

function amount({ unit }: Measure, value: number, digits: number): string {
  return `${number(value, digits)}${unit === '' || unit === '/s' ? unit : ` ${unit}`}`
}

const named = ({ of }: Measure, text: string): string => (of === '' ? text : `${of} ${text}`)

/** `p99 12.3 ms`, three digits of it. */
export function measured(measure: Measure): string {
  return named(measure, amount(measure, measure.value, measure.unit === '' ? 0 : digitsOf(measure.value)))
}

/** `p99 ≤ 20 ms`; undefined where nothing is asked. */
export function reach(measure: Measure): string | undefined {
  const { atLeast, atMost } = measure
  if (atLeast !== undefined) return named(measure, `≥ ${amount(measure, atLeast, 0)}`)
  if (atMost !== undefined) return named(measure, `≤ ${amount(measure, atMost, 0)}`)
  return undefined
}

/** The figures as a Markdown table, with what was measured of what size below it. */
export function figureTable(figures: readonly Figure[]): string {
  const rows = figures.map((figure) => [
    figure.what,
    figure.measures
      .map(reach)
      .filter((text) => text !== undefined)
      .join(', ') || '–',
    figure.leftOut ?? figure.measures.map(measured).join(', '),
    verdictOf(figure),
  ])
  const lines = [['what', 'reach', 'measured', ''], ...rows]
  const widths = [0, 1, 2, 3].map((column) => Math.max(...lines.map((line) => (line[column] ?? '').length)))
  const text = (line: readonly string[]): string =>
    `| ${line.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join(' | ')} |`
  const rule = `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`
  const sizes = figures.filter((figure) => figure.sizes !== '').map((figure) => `- ${figure.what}: ${figure.sizes}`)
  return [text(lines[0] ?? []), rule, ...lines.slice(1).map(text), '', ...sizes].join('\n')
}
