import {
  Loaded,
  ProblemNotice,
  ProposedNotice,
  useAct,
  useGet,
  useSpeech,
  type ProposedAct,
} from '@intikhab/kernel/console'
import type { Text } from '@intikhab/kernel/language'
import { Code } from '@intikhab/kernel/screens'
import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { words } from './words.ts'

/** What this installation shows, as `/api/site` tells it. */
interface SiteNow {
  readonly elections: readonly { readonly id: string; readonly delimitationId: string | null }[]
  readonly rollId: string | null
}

type Kind = 'election' | 'scheme' | 'map' | 'roll' | 'enquiry'

interface Item {
  readonly kind: Kind
  readonly id: string
  readonly body: { readonly electionId?: string; readonly delimitationId?: string }
}

const kindNames: Readonly<Record<Kind, Text>> = {
  election: words.kindElection,
  scheme: words.kindScheme,
  map: words.kindMap,
  roll: words.kindRoll,
  enquiry: words.kindEnquiry,
}

/** The series that do not publish themselves. The roll is counted with the stations of the site's first election. */
function itemsOf({ elections, rollId }: SiteNow): readonly Item[] {
  const [first] = elections
  const maps = new Set(elections.flatMap(({ delimitationId }) => (delimitationId === null ? [] : [delimitationId])))
  const withRoll = {
    ...(first === undefined ? {} : { electionId: first.id }),
    ...(first?.delimitationId == null ? {} : { delimitationId: first.delimitationId }),
  }
  return [
    ...elections.flatMap(({ id }): Item[] => [
      { kind: 'election', id, body: {} },
      { kind: 'scheme', id, body: {} },
    ]),
    ...[...maps].map((id): Item => ({ kind: 'map', id, body: {} })),
    ...(rollId === null
      ? []
      : (['roll', 'enquiry'] as const).map((kind): Item => ({ kind, id: rollId, body: withRoll }))),
  ]
}

/** Proposes editions of what changes seldom: each as it stands now, and nothing where nothing has changed. */
export function PublishSeries(): ReactNode {
  const { t } = useSpeech()
  return (
    <section>
      <h2>{t(words.otherSeries)}</h2>
      <p>{t(words.otherSeriesLead)}</p>
      <Loaded query={useGet<SiteNow>('/api/site')}>
        {(site) => (
          <ul className="act-list">
            {itemsOf(site).map((item) => (
              <OneSeries key={`${item.kind} ${item.id}`} item={item} />
            ))}
          </ul>
        )}
      </Loaded>
    </section>
  )
}

function OneSeries({ item: { kind, id, body } }: { item: Item }): ReactNode {
  const { t } = useSpeech()
  const act = useAct<Item['body'], ProposedAct>(`/api/publication/${kind}/${encodeURIComponent(id)}`, {
    refresh: [['/api/approvals']],
  })
  return (
    <li>
      <span>
        {t(kindNames[kind])} <Code>{id}</Code>
      </span>
      <Button
        variant="default"
        aria-label={t(words.publishThis, { what: t(kindNames[kind]) })}
        loading={act.isPending}
        onClick={() => act.mutate(body)}
      >
        {t(words.publishShort)}
      </Button>
      {act.isError ? <ProblemNotice problem={act.error.problem} answers /> : null}
      {act.isSuccess ? <ProposedNotice proposed={act.data} /> : null}
    </li>
  )
}
