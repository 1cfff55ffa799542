import { StaffLink, useGet, useSpeech } from '@intikhab/kernel/console'
import { formatDay, formatList } from '@intikhab/kernel/language'
import { Count, Facts, Notice, Tag, type Fact } from '@intikhab/kernel/screens'
import { karachiDate } from '@intikhab/law'
import type { ReactNode } from 'react'
import type { FeedState, ListedBatch } from '../../../server/registry-feed/feed-state.ts'
import { stateWords, tones } from '../registry-feed/feed-screen.tsx'
import { agoInWords } from './clock.ts'
import { Panel } from './panel.tsx'
import { words } from './words.ts'

/** Where the feed of the civil registry stands, and what stops it. */
export function FeedPanel({ everyMs }: { everyMs: number }): ReactNode {
  const { t } = useSpeech()
  return (
    <Panel title={t(words.feed)} query={useGet<FeedState>('/api/rolls/registry-feed', { everyMs })}>
      {(state) => (
        <>
          <Feed state={state} />
          <p className="desk-links">
            <StaffLink to="/registry-feed">{t(words.toFeed)}</StaffLink>
          </p>
        </>
      )}
    </Panel>
  )
}

function Feed({ state }: { state: FeedState }): ReactNode {
  const { language, t } = useSpeech()
  const { last, missing, frozenSince, held, tooYoung, batches } = state
  const [newest] = batches
  const waiting = batches.filter((batch) => batch.state === 'waiting').length
  if (last === 0 && newest === undefined) return <p className="desk-quiet">{t(words.feedNone)}</p>
  const count = (key: string, name: string, n: number): Fact[] =>
    n === 0 ? [] : [{ key, name, value: <Count n={n} language={language} /> }]
  return (
    <>
      {missing.length === 0 ? null : (
        <Notice kind="problem" title={t(words.feedGap)}>
          <p>
            {formatList(
              language,
              missing.map((range) => t(words.feedRange, { ...range })),
            )}
          </p>
        </Notice>
      )}
      {frozenSince === null ? null : (
        <p>
          {t(words.feedFrozen)} {t(words.since, { day: formatDay(language, karachiDate(new Date(frozenSince))) })}
        </p>
      )}
      <Facts
        facts={[
          { key: 'last', name: t(words.feedLast), value: <Count n={last} language={language} /> },
          ...(newest === undefined ? [] : [{ key: 'newest', name: t(words.feedArrived), ...batchFact(newest) }]),
          ...count('waiting', t(words.feedWaiting), waiting),
          ...count('held', t(words.feedHeld), held),
          ...count('young', t(words.feedYoung), tooYoung),
        ]}
      />
    </>
  )

  function batchFact(batch: ListedBatch): Pick<Fact, 'value' | 'note'> {
    return {
      value: (
        <>
          {agoInWords(new Date(batch.arrivedAt), new Date(), language)}{' '}
          <Tag tone={tones[batch.state]}>{t(stateWords[batch.state])}</Tag>
        </>
      ),
      note: t(words.feedRecords, { records: batch.records }),
    }
  }
}
