/** The figures of a form under their paths, e.g. `candidates.0.valid`; what stands on the form is the template. */
export type Figures = Readonly<Record<string, number>>

/** Lists every number of a form under its path. */
export function figuresOf(form: unknown, at = ''): Figures {
  if (typeof form === 'number') return { [at]: form }
  if (typeof form !== 'object' || form === null) return {}
  return Object.assign(
    {},
    ...Object.entries(form).map(([key, part]) => figuresOf(part, at === '' ? key : `${at}.${key}`)),
  ) as Figures
}

/** The same form with other figures; a path that the form does not have changes nothing. */
export function withFigures<T>(form: T, figures: Figures, at = ''): T {
  if (typeof form === 'number') return (figures[at] ?? form) as T
  if (typeof form !== 'object' || form === null) return form
  const below = (key: string) => (at === '' ? key : `${at}.${key}`)
  if (Array.isArray(form)) return form.map((part, index) => withFigures(part, figures, below(String(index)))) as T
  return Object.fromEntries(
    Object.entries(form).map(([key, part]) => [key, withFigures(part, figures, below(key))]),
  ) as T
}

/** Paths whose figure differs between two readings of the same form. */
export function changedPaths(before: Figures, after: Figures): readonly string[] {
  return Object.keys(before).filter((path) => before[path] !== after[path])
}

/** The changed paths without the valid votes of a candidate whose total says the same. */
export function tellingPaths(before: Figures, after: Figures): readonly string[] {
  const changes = (path: string) => (after[path] ?? 0) - (before[path] ?? 0)
  return changedPaths(after, before).filter((path) => {
    const total = path.replace(/\.valid$/, '.total')
    return total === path || changes(total) !== changes(path)
  })
}
