import { useSpeech } from '@intikhab/kernel/console'
import { formatInstant } from '@intikhab/kernel/language'
import { Notice } from '@intikhab/kernel/screens'
import type { ReactNode } from 'react'
import type { Desk } from '../../core/desk.ts'
import { Clocks } from '../clocks.tsx'
import { words } from '../words.ts'
import { staffWords } from './words.ts'

/** The hours of the law against the seats of this office, with a word on what a passed hour asks for. */
export function DeskClocks({ desk }: { desk: Desk }): ReactNode {
  const { language, t } = useSpeech()
  const seats = desk.seats.filter(({ received, expected }) => received < expected).length
  const due = (code: 'provisional' | 'complete') => {
    const at = desk.deadlines.find((deadline) => deadline.code === code)?.dueAt
    return at !== undefined && at !== null && at < desk.now ? formatInstant(language, new Date(at)) : undefined
  }
  const [provisional, complete] = [due('provisional'), due('complete')]
  return (
    <section>
      {seats === 0 ? null : complete !== undefined ? (
        <Notice kind="problem" title={t(staffWords.afterComplete, { seats, at: complete })} />
      ) : provisional === undefined ? null : (
        <Notice kind="late" title={t(staffWords.afterProvisional, { seats, at: provisional })} />
      )}
      <h2>{t(words.clocks)}</h2>
      <Clocks
        deadlines={desk.deadlines}
        counters={{ expected: desk.expected, received: desk.received, accounts: 0, corrected: 0, setAside: 0 }}
        now={new Date(desk.now)}
        language={language}
      />
    </section>
  )
}
