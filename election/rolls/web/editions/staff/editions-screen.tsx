import { Loaded, useGet, useSession, useSpeech } from '@intikhab/kernel/console'
import { Code, Count, Empty, Facts, nameIn, Notice, Progress, Table, When, type Fact } from '@intikhab/kernel/screens'
import { formatDay } from '@intikhab/kernel/language'
import { NativeSelect } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import { stageNames } from '../../../core/editions/stage-words.ts'
import type { NamedRolls, StageAnswer } from '../../../server/editions/stage-routes.ts'
import { CentresSection } from './centres-section.tsx'
import { StepForm } from './step-form.tsx'
import { editionWords as words } from './words.ts'

/** Where a roll stands, where it is displayed, and the editions of its lists. */
export function EditionsScreen(): ReactNode {
  const { t } = useSpeech()
  return (
    <>
      <h1>{t(words.editions)}</h1>
      <p>{t(words.lead)}</p>
      <Loaded query={useGet<NamedRolls>('/api/rolls/stages')}>
        {({ rolls }) => (rolls.length === 0 ? <Empty>{t(words.noRoll)}</Empty> : <ChosenRoll rolls={rolls} />)}
      </Loaded>
    </>
  )
}

function ChosenRoll({ rolls }: NamedRolls): ReactNode {
  const { language, t } = useSpeech()
  const [chosen, setChosen] = useState(rolls[0]?.id ?? '')
  return (
    <>
      <div className="staff-form">
        <NativeSelect
          label={t(words.roll)}
          value={chosen}
          onChange={(event) => setChosen(event.currentTarget.value)}
          data={rolls.map(({ id, name }) => ({ value: id, label: nameIn(language, name) }))}
        />
      </div>
      <Loaded query={useGet<StageAnswer>(`/api/rolls/${chosen}/stages`, { everyMs: 5000 })}>
        {(stage) => <Stages rollId={chosen} stage={stage} />}
      </Loaded>
    </>
  )
}

function Stages({ rollId, stage }: { rollId: string; stage: StageAnswer }): ReactNode {
  const { language, t } = useSpeech()
  const { may } = useSession()
  return (
    <>
      <section>
        <h2>{t(stageNames[stage.stage])}</h2>
        {stage.isOtherwise ? <Notice title={t(words.otherwise)} /> : null}
        <Facts facts={factsOf(stage)} />
        <Orders steps={stage.steps} />
        {may('rolls.stage') ? <StepForm rollId={rollId} stage={stage} /> : null}
      </section>
      <section>
        <h2>{t(words.editionsMade)}</h2>
        {stage.making === null ? null : (
          <Progress label={t(words.making)} n={stage.making.voters} of={stage.making.of} language={language} />
        )}
        <Editions editions={stage.editions} />
      </section>
      <CentresSection rollId={rollId} />
    </>
  )

  function factsOf({ since, until, display, undecided, centres }: StageAnswer): Fact[] {
    const left = until === null ? 0 : Math.ceil((Date.parse(until) - Date.now()) / 86_400_000)
    return [
      {
        key: 'since',
        name: t(words.since),
        value: since === null ? t(words.notOrdered) : <When at={since} language={language} />,
      },
      ...(until === null
        ? []
        : [
            {
              key: 'until',
              name: t(words.ends),
              value: <When at={until} language={language} />,
              note: t(words.daysLeft, { days: left }),
            },
          ]),
      {
        key: 'display',
        name: t(words.displayed),
        value:
          display === null
            ? t(words.notOrdered)
            : t(words.fromUntil, {
                from: formatDay(language, display.from),
                until: formatDay(language, display.until),
              }),
      },
      { key: 'undecided', name: t(words.undecided), value: <Count n={undecided} language={language} /> },
      {
        key: 'covered',
        name: t(words.covered),
        value: t(words.coveredOf, { covered: centres.covered, areas: centres.areas }),
      },
    ]
  }
}

function Orders({ steps }: { steps: StageAnswer['steps'] }): ReactNode {
  const { language, t } = useSpeech()
  return (
    <Table
      caption={t(words.steps)}
      language={language}
      rows={steps}
      rowKey={({ number }) => String(number)}
      empty={t(words.noSteps)}
      columns={[
        { key: 'kind', head: t(words.step), names: true, cell: ({ kind }) => t(words[kind]) },
        { key: 'at', head: t(words.orderedAt), cell: ({ at }) => <When at={at} language={language} /> },
        {
          key: 'days',
          head: t(words.displayed),
          cell: ({ from, until }) => {
            if (until === null) return ''
            const last = formatDay(language, until)
            return from === null
              ? t(words.untilDay, { until: last })
              : t(words.fromUntil, { from: formatDay(language, from), until: last })
          },
        },
        {
          key: 'reference',
          head: t(words.orderReference),
          cell: ({ orderReference }) => (orderReference === null ? '' : <bdi>{orderReference}</bdi>),
        },
        { key: 'reason', head: t(words.reason), cell: ({ reason }) => <bdi>{reason}</bdi>, wideOnly: true },
      ]}
    />
  )
}

function Editions({ editions }: { editions: StageAnswer['editions'] }): ReactNode {
  const { language, t } = useSpeech()
  const count = (n: number) => <Count n={n} language={language} />
  return (
    <Table
      caption={t(words.editionsMade)}
      hideCaption
      language={language}
      rows={editions}
      rowKey={({ number }) => String(number)}
      empty={t(words.noEditions)}
      columns={[
        { key: 'number', head: t(words.number), names: true, numeric: true, cell: ({ number }) => count(number) },
        { key: 'at', head: t(words.madeAt), cell: ({ madeAt }) => <When at={madeAt} language={language} /> },
        {
          key: 'stage',
          head: t(words.stage),
          cell: ({ stage }) => t(stage === 'final' ? words.finalStage : words.preliminaryStage),
        },
        { key: 'men', head: t(words.men), numeric: true, cell: ({ voters }) => count(voters.male) },
        { key: 'women', head: t(words.women), numeric: true, cell: ({ voters }) => count(voters.female) },
        {
          key: 'others',
          head: t(words.others),
          numeric: true,
          cell: ({ voters }) => count(voters.other),
          wideOnly: true,
        },
        { key: 'areas', head: t(words.areas), numeric: true, cell: ({ areas }) => count(areas) },
        { key: 'hash', head: t(words.hash), cell: ({ sha256 }) => <Code>{sha256.slice(0, 16)}</Code>, wideOnly: true },
      ]}
    />
  )
}
