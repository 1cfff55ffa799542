import { Code, Notice, When } from '@intikhab/kernel/screens'
import type { ReactNode } from 'react'
import { useSpeech } from './language.tsx'
import { StaffLink } from './staff-link.tsx'
import { words } from './words.ts'

/** What a weighty address answers: the act is proposed, and waits for a second person. */
export interface ProposedAct {
  readonly approvalId: string
  /** ISO 8601 in UTC. */
  readonly lapsesAt: string
}

/** The short name of a proposal that two colleagues can read to each other. */
export function shortName(approvalId: string): string {
  return approvalId.slice(0, 8).toUpperCase()
}

/**
 * Shown after proposing: nothing has happened yet, what to tell the second officer, and until when. `isOpen`: the
 * proposal itself is on the screen already.
 */
export function ProposedNotice(props: { proposed: ProposedAct; isOpen?: boolean }): ReactNode {
  const { approvalId, lapsesAt } = props.proposed
  const { language, t } = useSpeech()
  return (
    <Notice kind="good" title={t(words.proposed)} live>
      <p>
        {t(words.tellSecond)} <Code>{shortName(approvalId)}</Code>
      </p>
      <p>
        {t(words.lapses)} <When at={lapsesAt} language={language} />
      </p>
      {props.isOpen === true ? null : (
        <p>
          <StaffLink to={`/approvals/${approvalId}`}>{t(words.openProposal)}</StaffLink>
        </p>
      )}
    </Notice>
  )
}
