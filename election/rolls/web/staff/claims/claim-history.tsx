import { useSpeech } from '@intikhab/kernel/console'
import { formatInstant, type Language } from '@intikhab/kernel/language'
import { Table, When } from '@intikhab/kernel/screens'
import type { ReactNode } from 'react'
import type { ClaimEvent } from '../../../core/claims/claim.ts'
import { claimWords } from '../../../core/claims/words.ts'
import type { ClaimView } from '../../../server/claims/claim-view.ts'
import { Officer } from '../officer.tsx'
import { words } from './words.ts'

/** What happened to a claim, the first first. */
export function ClaimHistory({ claim }: { claim: ClaimView }): ReactNode {
  const { language, t } = useSpeech()
  // Who took a claim in at the counter is not among its events.
  const by = claim.source === 'web' ? null : undefined
  const first = { event: { kind: 'lodged' } as const, at: claim.lodgedAt, by }
  return (
    <section>
      <h2>{t(words.history)}</h2>
      <Table
        caption={t(words.history)}
        hideCaption
        language={language}
        rows={[first, ...claim.past].map(({ event, at, by: who }, n) => ({ event, at, who, n }))}
        rowKey={({ n }) => String(n)}
        columns={[
          { key: 'when', head: t(words.when), cell: ({ at }) => <When at={at} language={language} /> },
          { key: 'what', head: t(words.what), names: true, cell: ({ event }) => told(event, language, t) },
          {
            key: 'by',
            head: t(words.by),
            wideOnly: true,
            cell: ({ who }) => (who === undefined ? '' : who === null ? t(words.public) : <Officer officer={who} />),
          },
        ]}
      />
    </section>
  )
}

function told(event: ClaimEvent, language: Language, t: ReturnType<typeof useSpeech>['t']): string {
  switch (event.kind) {
    case 'lodged':
      return t(claimWords.lodgedAt)
    case 'hearing-set':
      return t(words['hearing-set'], { at: formatInstant(language, new Date(event.hearing.at)) })
    case 'adjourned':
      return t(words.adjourned, { at: formatInstant(language, new Date(event.hearing.at)), reason: event.reason })
    case 'heard':
      return t(words.heard, { record: event.record })
    case 'decided':
      return t(words.decided, {
        order: event.order,
        outcome: t(claimWords[event.outcome]),
        reasons: event.reasons,
      })
    case 'withdrawn':
    case 'lapsed':
      // Over the web nobody has to give a reason.
      return event.reason === '' ? t(claimWords[event.kind]) : t(words[event.kind], { reason: event.reason })
    case 'appeal-noted':
      return t(words['appeal-noted'], { reference: event.reference })
    case 'evidence-added':
    case 'completed':
    case 'notice-served':
      return t(words[event.kind])
  }
  return event satisfies never
}
