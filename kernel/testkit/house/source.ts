/** A source file of the repository, with what it imports. */
export interface Source {
  /** Path from the root, with `/`. */
  readonly path: string
  readonly text: string
}

/** One import or re-export, static or dynamic. */
export interface Import {
  readonly from: string
  readonly typeOnly: boolean
  readonly line: number
}

/** A room broken into, and where. */
export interface Breach {
  readonly rule:
    | 'deep-import'
    | 'forbidden-door'
    | 'circle'
    | 'impure-core'
    | 'foreign-schema'
    | 'environment'
    | 'outbound'
  readonly path: string
  readonly line: number
  readonly says: string
}

const statement =
  /(?:^|\n)[ \t]*(?:import|export)\s+(type\s+)?(?:[\w*\s{},$]+?\s+from\s+)?['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)|\bimport\.meta\.resolve\(\s*['"]([^'"]+)['"]/g

/** The text with comments blanked (same length, same lines), so that prose is never taken for code. */
export function withoutComments(text: string): string {
  return text.replace(
    /("(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|`(?:\\.|[^`\\])*`)|\/\*[\s\S]*?\*\/|\/\/[^\n]*/g,
    (all, quoted) => (quoted === undefined ? all.replace(/[^\n]/g, ' ') : all),
  )
}

export function lineAt(text: string, index: number): number {
  let line = 1
  for (let i = 0; i < index; i++) if (text.charCodeAt(i) === 10) line++
  return line
}

/** Everything `source` imports. */
export function importsOf(source: Source): Import[] {
  const text = withoutComments(source.text)
  return [...text.matchAll(statement)].map((match) => ({
    from: match[2] ?? match[3] ?? match[4] ?? '',
    typeOnly: match[1] !== undefined || isTypeOnlyList(match[0]),
    line: lineAt(text, match.index + (match[0].startsWith('\n') ? 1 : 0)),
  }))
}

function isTypeOnlyList(text: string): boolean {
  const list = /\{([^}]*)\}/.exec(text)?.[1]
  if (list === undefined || /^\s*(?:import|export)\s+\w+\s*,/.test(text)) return false
  const names = list.split(',').filter((name) => name.trim() !== '')
  return names.length > 0 && names.every((name) => name.trim().startsWith('type '))
}
