import { DataTable, Loaded, useElections, useGet, useSession, useSpeech } from '@intikhab/kernel/console'
import { Code, Empty, nameIn, When } from '@intikhab/kernel/screens'
import { NativeSelect } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import type { ListedCopy, ListedPrint } from '../../../server/editions/print-routes.ts'
import type { NamedRolls } from '../../../server/editions/stage-routes.ts'
import { MarkedSection } from './marked-section.tsx'
import { PrintForm } from './print-form.tsx'
import { editionWords, printWords as words } from './words.ts'

/** Prints lists, gives out copies, makes marked copies. */
export function PrintsScreen(): ReactNode {
  const { t } = useSpeech()
  return (
    <>
      <h1>{t(words.prints)}</h1>
      <p>{t(words.lead)}</p>
      <Loaded query={useGet<NamedRolls>('/api/rolls/stages')}>
        {({ rolls }) => (rolls.length === 0 ? <Empty>{t(editionWords.noRoll)}</Empty> : <Press rolls={rolls} />)}
      </Loaded>
    </>
  )
}

function Press({ rolls }: { rolls: NamedRolls['rolls'] }): ReactNode {
  const { language, t } = useSpeech()
  const { may } = useSession()
  const [rollId, setRollId] = useState(rolls[0]?.id ?? '')
  const elections = useElections()
  const [chosen, setChosen] = useState<string>()
  const electionId = chosen ?? elections.data?.elections[0]?.id ?? ''
  return (
    <>
      <div className="staff-form">
        <NativeSelect
          label={t(editionWords.roll)}
          value={rollId}
          onChange={(event) => setRollId(event.currentTarget.value)}
          data={rolls.map(({ id, name }) => ({ value: id, label: nameIn(language, name) }))}
        />
        <NativeSelect
          label={t(words.election)}
          value={electionId}
          onChange={(event) => setChosen(event.currentTarget.value)}
          data={(elections.data?.elections ?? []).map(({ id, name }) => ({ value: id, label: nameIn(language, name) }))}
        />
      </div>
      <PrintForm rollId={rollId} electionId={electionId} />
      <OwnPrints />
      <MarkedSection rollId={rollId} electionId={electionId} mayMake={may('rolls.stage')} />
      <Copies rollId={rollId} />
    </>
  )
}

const megabyte = 1_000_000

function OwnPrints(): ReactNode {
  const { language, t } = useSpeech()
  const whatOf = ({ order, list, copy, markedCopy }: ListedPrint): string => {
    if (order.kind === 'area') return t(words.ofArea, { block: order.block, list })
    if (order.kind === 'centre') return t(words.ofCentre, { centre: order.centre, list })
    if (order.kind === 'copy')
      return t(words.ofCopy, { copy: copy ?? 0, seat: order.seat, recipient: order.recipient, list })
    const { seat } = order
    const marks = markedCopy === null ? 'none' : String(markedCopy)
    return order.kind === 'stations'
      ? t(words.ofStations, { seat, list, marks })
      : t(words.ofStation, { seat, station: order.station, list, marks })
  }
  const stateOf = ({ state, problem, done, total }: ListedPrint): string => {
    if (state === 'failed') return t(words.failed, { problem: problem ?? '' })
    return total === 0 ? t(words.waiting) : t(words.printing, { done, total })
  }
  return (
    <Loaded query={useGet<readonly ListedPrint[]>('/api/rolls/prints', { everyMs: 2000 })}>
      {(prints) => (
        <DataTable
          caption={t(words.yours)}
          rows={prints}
          rowKey={({ id }) => id}
          empty={t(words.none)}
          columns={[
            { key: 'what', head: t(words.what), value: whatOf, names: true },
            {
              key: 'at',
              head: t(words.askedAt),
              value: ({ askedAt }) => askedAt,
              cell: ({ askedAt }) => <When at={askedAt} language={language} />,
              wideOnly: true,
            },
            {
              key: 'state',
              head: t(words.state),
              value: stateOf,
              cell: (print) =>
                print.file === null ? (
                  stateOf(print)
                ) : (
                  <>
                    <a href={`/api/rolls/prints/${print.id}/file`} download={print.file.name}>
                      {t(words.download)}
                    </a>{' '}
                    <small>{t(words.megabytes, { n: Math.ceil(print.file.bytes / (megabyte / 10)) / 10 })}</small>
                  </>
                ),
            },
          ]}
        />
      )}
    </Loaded>
  )
}

function Copies({ rollId }: { rollId: string }): ReactNode {
  const { language, t } = useSpeech()
  return (
    <Loaded query={useGet<readonly ListedCopy[]>(`/api/rolls/${rollId}/copies`, { everyMs: 5000 })}>
      {(copies) => (
        <DataTable
          caption={t(words.log)}
          file="copies.csv"
          rows={copies}
          rowKey={({ copy }) => String(copy)}
          empty={t(words.noCopies)}
          columns={[
            { key: 'copy', head: t(words.copy), value: ({ copy }) => copy, numeric: true, names: true },
            { key: 'recipient', head: t(words.recipient), value: ({ recipient }) => recipient },
            {
              key: 'seat',
              head: t(words.constituency),
              value: ({ seat }) => seat,
              cell: ({ seat }) => <Code>{seat}</Code>,
            },
            {
              key: 'form',
              head: t(words.form),
              value: ({ kind }) => t(kind === 'printed' ? words.printed : words.searchable),
            },
            { key: 'list', head: t(words.list), value: ({ list }) => list, numeric: true, wideOnly: true },
            {
              key: 'at',
              head: t(words.givenAt),
              value: ({ givenAt }) => givenAt,
              cell: ({ givenAt }) => <When at={givenAt} language={language} />,
            },
            {
              key: 'hash',
              head: t(words.hash),
              value: ({ sha256 }) => sha256,
              cell: ({ sha256 }) => <Code>{sha256.slice(0, 16)}</Code>,
              wideOnly: true,
            },
          ]}
        />
      )}
    </Loaded>
  )
}
