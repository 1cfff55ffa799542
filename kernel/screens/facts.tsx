import type { ReactNode } from 'react'

/** One name and its value. */
export interface Fact {
  readonly key: string
  readonly name: ReactNode
  readonly value: ReactNode
  /** A line below the value. */
  readonly note?: ReactNode
}

/** Names and values one below the other, as on a form. */
export function Facts({ facts }: { facts: readonly Fact[] }): ReactNode {
  return (
    <dl className="facts">
      {facts.map((fact) => (
        <div key={fact.key}>
          <dt>{fact.name}</dt>
          <dd>
            {fact.value}
            {fact.note === undefined ? null : <small>{fact.note}</small>}
          </dd>
        </div>
      ))}
    </dl>
  )
}

/** A row of large figures. */
export function Headlines({ facts }: { facts: readonly Fact[] }): ReactNode {
  return (
    <dl className="headlines">
      {facts.map((fact) => (
        <div key={fact.key}>
          <dt>{fact.name}</dt>
          <dd>
            <strong>{fact.value}</strong>
            {fact.note === undefined ? null : <small>{fact.note}</small>}
          </dd>
        </div>
      ))}
    </dl>
  )
}
