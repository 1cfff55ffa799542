import { say, type Language } from '@intikhab/kernel/language'
import type { ReactNode } from 'react'
import { words } from './words.ts'

/** `late`: a legal hour has passed. `problem`: something was refused. */
export type NoticeKind = 'plain' | 'good' | 'late' | 'problem'

/** A boxed message. The kind is carried by the words and the edge, never by colour alone. */
export function Notice(props: {
  kind?: NoticeKind
  title: ReactNode
  children?: ReactNode
  live?: boolean
}): ReactNode {
  const kind = props.kind ?? 'plain'
  return (
    <div className={`notice notice-${kind}`} {...(props.live === true ? { role: 'status' } : {})}>
      <p className="notice-title">{props.title}</p>
      {props.children}
    </div>
  )
}

/** What stands where a list or figure has no content yet. */
export function Empty({ children }: { children: ReactNode }): ReactNode {
  return <p className="empty">{children}</p>
}

/** Marks a legal value that its source does not settle. */
export function Unconfirmed({ language }: { language: Language }): ReactNode {
  return (
    <abbr className="unconfirmed" title={say(language, words.unconfirmedWhy)}>
      {say(language, words.unconfirmed)}
    </abbr>
  )
}

export type TagTone = 'plain' | 'good' | 'warn' | 'bad' | 'busy'

/** A short state beside a name. */
export function Tag({ tone = 'plain', children }: { tone?: TagTone; children: ReactNode }): ReactNode {
  return <span className={`tag tag-${tone}`}>{children}</span>
}
