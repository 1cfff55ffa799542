import { DataTable, Loaded, StaffLink, useGet, useSpeech } from '@intikhab/kernel/console'
import { Code, Count, Empty, Notice, Tag, When, type Witnessed } from '@intikhab/kernel/screens'
import type { ReactNode } from 'react'
import { words } from './words.ts'

type Witness = Witnessed['witnesses'][number]

function useWitnesses() {
  return useGet<{ readonly witnessed: Witnessed }>('/api/ledger', { everyMs: 15_000 })
}

const nameOf = ({ key }: Witness): string => key.split('+')[0] ?? ''

/** A short word where a witness lags or refuses; nothing where all is well. */
export function WitnessNotice({ withLink = false }: { withLink?: boolean }): ReactNode {
  const { t } = useSpeech()
  const witnesses = useWitnesses().data?.witnessed.witnesses ?? []
  const refusing = witnesses.filter(({ refusedWith }) => refusedWith !== null)
  const late = witnesses.filter(({ isLate, refusedWith }) => isLate && refusedWith === null)
  const link = withLink ? <StaffLink to="/audit">{t(words.toAudit)}</StaffLink> : null
  return (
    <>
      {refusing.length === 0 ? null : (
        <Notice kind="problem" title={t(words.refusedNotice, { names: refusing.map(nameOf).join(', ') })}>
          {link}
        </Notice>
      )}
      {late.length === 0 ? null : (
        <Notice kind="late" title={t(words.lateNotice, { names: late.map(nameOf).join(', ') })}>
          {link}
        </Notice>
      )}
    </>
  )
}

function StateTag({ witness }: { witness: Witness }): ReactNode {
  const { t } = useSpeech()
  if (witness.refusedWith !== null) return <Tag tone="bad">{t(words.refused)}</Tag>
  if (witness.isLate) return <Tag tone="warn">{t(words.late)}</Tag>
  return witness.size === null ? <Tag>{t(words.waiting)}</Tag> : <Tag tone="good">{t(words.signs)}</Tag>
}

/** How each witness stands. */
export function WitnessTable(): ReactNode {
  const { language, t } = useSpeech()
  return (
    <section>
      <Loaded query={useWitnesses()}>
        {({ witnessed: { published, quorum, witnesses } }) =>
          witnesses.length === 0 ? (
            <>
              <h2>{t(words.witnesses)}</h2>
              <Empty>{t(words.noWitnesses)}</Empty>
            </>
          ) : (
            <>
              <DataTable
                caption={t(words.witnesses)}
                rows={witnesses}
                rowKey={({ key }) => key}
                columns={[
                  {
                    key: 'name',
                    head: t(words.witness),
                    value: nameOf,
                    cell: (witness) => <Code>{nameOf(witness)}</Code>,
                    names: true,
                  },
                  {
                    key: 'size',
                    head: t(words.signedUpTo),
                    value: ({ size }) => size,
                    cell: ({ size }) => (size === null ? '–' : <Count n={size} language={language} />),
                    numeric: true,
                  },
                  {
                    key: 'at',
                    head: t(words.signedAt),
                    value: ({ at }) => at,
                    cell: ({ at }) => (at === null ? '–' : <When at={at} language={language} />),
                    wideOnly: true,
                  },
                  {
                    key: 'state',
                    head: t(words.state),
                    value: ({ isLate }) => (isLate ? 1 : 0),
                    cell: (witness) => <StateTag witness={witness} />,
                  },
                ]}
              />
              <p>
                {quorum === null
                  ? t(words.noQuorum, { published: published ?? 0 })
                  : t(words.witnessesLead, { published: published ?? 0, quorum })}
              </p>
            </>
          )
        }
      </Loaded>
    </section>
  )
}
