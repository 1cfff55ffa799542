import { DataTable, Loaded, useAct, useGet, useSpeech } from '@intikhab/kernel/console'
import { Code, Notice, When } from '@intikhab/kernel/screens'
import { Textarea } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import type { ListedMarkedCopy, RangeFaults } from '../../../server/editions/print-routes.ts'
import { StaffForm } from '../../staff/staff-form.tsx'
import { editionWords, printWords as words } from './words.ts'

const faultWords = {
  'serials-overlap': words.overlap,
  'serials-uncovered': words.uncovered,
  'serials-beyond-list': words.beyond,
} as const
const genderWords = { male: editionWords.men, female: editionWords.women, other: editionWords.others } as const

/** The marked copies for an election, and whether the scheme's ranges cover the lists that they mark. */
export function MarkedSection(props: { rollId: string; electionId: string; mayMake: boolean }): ReactNode {
  const { rollId, electionId, mayMake } = props
  const { language, t } = useSpeech()
  const path = `/api/rolls/elections/${electionId}/marked-copies`
  const isAsked = electionId !== ''
  return (
    <section>
      <Loaded query={useGet<readonly ListedMarkedCopy[]>(path, { enabled: isAsked, everyMs: 10_000 })}>
        {(copies) => (
          <DataTable
            caption={t(words.markedCopies)}
            rows={copies}
            rowKey={({ number }) => String(number)}
            empty={t(words.noMarked)}
            columns={[
              { key: 'number', head: t(words.copy), value: ({ number }) => number, numeric: true, names: true },
              { key: 'postal', head: t(words.postal), value: ({ postal }) => postal, numeric: true },
              { key: 'overseas', head: t(words.overseas), value: ({ overseas }) => overseas, numeric: true },
              { key: 'list', head: t(words.list), value: ({ list }) => list, numeric: true },
              {
                key: 'scheme',
                head: t(words.scheme),
                value: ({ schemeVersion }) => schemeVersion,
                numeric: true,
                wideOnly: true,
              },
              {
                key: 'at',
                head: t(editionWords.madeAt),
                value: ({ madeAt }) => madeAt,
                cell: ({ madeAt }) => <When at={madeAt} language={language} />,
              },
              { key: 'reason', head: t(words.reason), value: ({ reason }) => reason, wideOnly: true },
            ]}
          />
        )}
      </Loaded>
      <p>{t(words.markedLead)}</p>
      <Ranges rollId={rollId} electionId={electionId} />
      {mayMake ? <MakeForm rollId={rollId} electionId={electionId} listed={path} /> : null}
    </section>
  )
}

function Ranges({ rollId, electionId }: { rollId: string; electionId: string }): ReactNode {
  const { t } = useSpeech()
  const path = `/api/rolls/${rollId}/elections/${electionId}/ranges`
  const query = useGet<RangeFaults>(path, { enabled: electionId !== '' })
  if (query.data === undefined) return null
  const { scheme, list, faults, first } = query.data
  if (faults === 0) return <Notice kind="good" title={t(words.rangesGood, { scheme, list })} />
  return (
    <>
      <Notice kind="problem" title={t(words.rangesBad, { scheme, list, faults })} />
      <DataTable
        caption={t(words.ranges)}
        file="ranges.csv"
        rows={first}
        rowKey={({ seat, block, gender, from, fault }) => `${seat} ${block} ${gender} ${from} ${fault}`}
        columns={[
          {
            key: 'seat',
            head: t(words.constituency),
            value: ({ seat }) => seat,
            cell: ({ seat }) => <Code>{seat}</Code>,
          },
          {
            key: 'block',
            head: t(words.block),
            value: ({ block }) => block,
            cell: ({ block }) => <Code>{block}</Code>,
            names: true,
          },
          { key: 'gender', head: t(editionWords.voters), value: ({ gender }) => t(genderWords[gender]) },
          {
            key: 'serials',
            head: t(words.serials),
            value: ({ from }) => from,
            cell: ({ from, to }) => <Code>{`${from}–${to}`}</Code>,
          },
          { key: 'fault', head: t(words.fault), value: ({ fault }) => t(faultWords[fault]) },
          { key: 'stations', head: t(words.stations), value: ({ stations }) => stations.join(', '), wideOnly: true },
        ]}
      />
    </>
  )
}

function MakeForm({ rollId, electionId, listed }: { rollId: string; electionId: string; listed: string }): ReactNode {
  const { t } = useSpeech()
  const [reason, setReason] = useState('')
  const act = useAct<{ readonly reason: string }, unknown>(
    `/api/rolls/${rollId}/elections/${electionId}/marked-copies`,
    { refresh: [[listed]] },
  )
  const send = () => {
    act.mutate({ reason: reason.trim() }, { onSuccess: () => setReason('') })
  }
  return (
    <StaffForm act={act} button={t(words.makeMarked)} onSend={send}>
      <Textarea
        label={t(words.reason)}
        description={t(editionWords.reasonHint)}
        required
        minLength={10}
        maxLength={500}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </StaffForm>
  )
}
