import { useSpeech, type Refused } from '@intikhab/kernel/console'
import type { UseQueryResult } from '@tanstack/react-query'
import { useId, type ReactNode } from 'react'
import { words } from './words.ts'

/** Refusals that say that something is not for this office or not there: no fault to be shown in a box. */
const notForThisOffice: ReadonlySet<number> = new Set([401, 403, 404])

/** A part of the desk. What cannot be read is said in a line, so that the rest of the desk goes on. */
export function Panel<T>(props: {
  title: ReactNode
  query: UseQueryResult<T, Refused>
  children: (data: T) => ReactNode
}): ReactNode {
  const { title, query, children } = props
  const { language, t } = useSpeech()
  const id = useId()
  const problem = query.error?.problem
  return (
    <section aria-labelledby={id} className="desk-panel">
      <h2 id={id}>{title}</h2>
      {problem === undefined ? null : notForThisOffice.has(problem.status) ? (
        <p className="desk-quiet">{t(words.notYours)}</p>
      ) : (
        <p className="desk-quiet">
          {t(words.unreachable)} {language === 'ur' ? problem.titleUr : problem.title}
        </p>
      )}
      {query.data === undefined ? (
        problem === undefined ? (
          <output className="waiting">{t(words.reading)}</output>
        ) : null
      ) : (
        children(query.data)
      )}
    </section>
  )
}
