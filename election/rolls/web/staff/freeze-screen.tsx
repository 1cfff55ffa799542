import { Loaded, useGet, useSpeech } from '@intikhab/kernel/console'
import { Code, Day, Empty, Facts, Name, Table, When } from '@intikhab/kernel/screens'
import type { ReactNode } from 'react'
import type { ListedRoll } from '../../server/routes.ts'
import { FreezeForm } from './freeze-form.tsx'
import { staffWords } from './words.ts'

/** The rolls, what each is frozen by, and the order to freeze one. */
export function FreezeScreen(): ReactNode {
  const { t } = useSpeech()
  return (
    <>
      <h1>{t(staffWords.rolls)}</h1>
      <p>{t(staffWords.lead)}</p>
      <Loaded query={useGet<readonly ListedRoll[]>('/api/rolls', { everyMs: 5000 })}>
        {(rolls) =>
          rolls.length === 0 ? (
            <Empty>{t(staffWords.noRoll)}</Empty>
          ) : (
            rolls.map((roll) => <Roll key={roll.id} roll={roll} />)
          )
        }
      </Loaded>
    </>
  )
}

function Roll({ roll }: { roll: ListedRoll }): ReactNode {
  const { language, t } = useSpeech()
  const { name, qualifyingDate, termEndsOn, resultsAnnouncedAt, freezes } = roll
  return (
    <section>
      <h2>
        <Name text={name} language={language} />
      </h2>
      <Facts
        facts={[
          {
            key: 'qualifying',
            name: t(staffWords.qualifying),
            value: <Day on={qualifyingDate} language={language} />,
          },
          {
            key: 'term',
            name: t(staffWords.termEnds),
            value: termEndsOn === null ? t(staffWords.noTerm) : <Day on={termEndsOn} language={language} />,
          },
          {
            key: 'results',
            name: t(staffWords.results),
            value:
              resultsAnnouncedAt === null ? t(staffWords.notYet) : <When at={resultsAnnouncedAt} language={language} />,
          },
        ]}
      />
      <h3>{t(staffWords.freezes)}</h3>
      {freezes.length === 0 ? (
        <Empty>{t(staffWords.noFreeze)}</Empty>
      ) : (
        <Table
          caption={t(staffWords.freezes)}
          hideCaption
          language={language}
          rows={freezes}
          rowKey={({ constituency, section }) => `${section}${constituency ?? ''}`}
          columns={[
            {
              key: 'where',
              head: t(staffWords.where),
              names: true,
              cell: ({ constituency }) =>
                constituency === null ? t(staffWords.everywhere) : <Code>{constituency}</Code>,
            },
            {
              key: 'from',
              head: t(staffWords.from),
              cell: ({ from }) => <When at={from} language={language} />,
            },
            { key: 'section', head: t(staffWords.section), cell: ({ section }) => <bdi>{section}</bdi> },
            {
              key: 'ordered',
              head: t(staffWords.orderedOn),
              cell: ({ orderedAt }) =>
                orderedAt === null ? t(staffWords.byLaw) : <When at={orderedAt} language={language} />,
            },
          ]}
        />
      )}
      {resultsAnnouncedAt === null ? <FreezeForm roll={roll} /> : null}
    </section>
  )
}
