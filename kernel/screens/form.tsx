import { say, type Language } from '@intikhab/kernel/language'
import type { InputHTMLAttributes, ReactNode } from 'react'
import { words } from './words.ts'

/** A labelled field with its hint and its fault, tied together for readers. */
export function Field(props: {
  id: string
  label: ReactNode
  hint?: ReactNode
  problem?: string | undefined
  input: InputHTMLAttributes<HTMLInputElement>
}): ReactNode {
  const { id, hint, problem } = props
  const described = [hint === undefined ? '' : `${id}-hint`, problem === undefined ? '' : `${id}-problem`]
    .join(' ')
    .trim()
  return (
    <div className={problem === undefined ? 'field' : 'field field-problem'}>
      <label htmlFor={id}>{props.label}</label>
      {hint === undefined ? null : (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {problem === undefined ? null : (
        <p className="problem" id={`${id}-problem`}>
          {problem}
        </p>
      )}
      <input
        id={id}
        {...props.input}
        {...(described === '' ? {} : { 'aria-describedby': described })}
        {...(problem === undefined ? {} : { 'aria-invalid': true })}
      />
    </div>
  )
}

export function Button({ children }: { children: ReactNode }): ReactNode {
  return (
    <button type="submit" className="button">
      {children}
    </button>
  )
}

/** Stands above a form that came back: what is wrong, each line leading to its field. */
export function ProblemSummary(props: {
  language: Language
  problems: readonly { readonly field: string; readonly says: string }[]
}): ReactNode {
  if (props.problems.length === 0) return null
  return (
    <div className="notice notice-problem" role="alert" aria-labelledby="problem-summary">
      <h2 className="notice-title" id="problem-summary">
        {say(props.language, words.problem)}
      </h2>
      <ul>
        {props.problems.map((problem) => (
          <li key={problem.field}>
            <a href={`#${problem.field}`}>{problem.says}</a>
          </li>
        ))}
      </ul>
    </div>
  )
}
