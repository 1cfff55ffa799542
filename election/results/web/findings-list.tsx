import { say, type Language, type Text } from '@intikhab/kernel/language'
import { Tag, type TagTone } from '@intikhab/kernel/screens'
import type { ReactNode } from 'react'
import type { Finding } from '../core/edition.ts'
import { findFindingKind } from '../core/findings.ts'
import { words } from './words.ts'

const levels: Readonly<Record<Finding['level'], readonly [Text, TagTone]>> = {
  block: [words.levelBlock, 'bad'],
  warn: [words.levelWarn, 'warn'],
  record: [words.levelRecord, 'plain'],
}

export function LevelTag({ level, language }: { level: Finding['level']; language: Language }): ReactNode {
  const [text, tone] = levels[level]
  return <Tag tone={tone}>{say(language, text)}</Tag>
}

/** Findings as sentences with their figures. */
export function FindingsList({ findings, language }: { findings: readonly Finding[]; language: Language }): ReactNode {
  return (
    <ul className="plain-list">
      {findings.map((finding) => {
        const kind = findFindingKind(finding.code)
        return (
          <li key={`${finding.code}${finding.level}`}>
            <LevelTag level={finding.level} language={language} />{' '}
            {kind === undefined ? <bdi dir="ltr">{finding.code}</bdi> : say(language, kind.text, finding.figures)}{' '}
            {kind?.section === undefined ? null : <small>{kind.section}</small>}
          </li>
        )
      })}
    </ul>
  )
}
