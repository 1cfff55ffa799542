import { DataTable, useSpeech } from '@intikhab/kernel/console'
import { formatDay, formatNumber } from '@intikhab/kernel/language'
import { Code, Day, Headlines, nameIn, Tag, type TagTone } from '@intikhab/kernel/screens'
import { karachiDate } from '@intikhab/law'
import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { listChanges } from '../../../core/register/list-change.ts'
import { voterValues } from '../../../core/register/told-actions.ts'
import type { ListChangesAnswer } from '../../../server/register/list-routes.ts'
import type { AskedDays } from './lists-screen.tsx'
import { words } from './words.ts'

type Change = ListChangesAnswer['changes'][number]

const tones: Readonly<Record<Change['change'], TagTone>> = { added: 'good', left: 'bad', corrected: 'plain' }

/** What became of the lists of an area: counted, line by line, and to be taken along. */
export function Changes(props: { path: string; asked: AskedDays; answer: ListChangesAnswer }): ReactNode {
  const { path, asked, answer } = props
  const { block, from, until } = asked
  const { area, changes } = answer
  const { language, t } = useSpeech()
  const nameOf = ({ nameUr, relation, relationNameUr }: Change) =>
    `${nameUr} ${voterValues[relation].ur} ${relationNameUr}`
  const groundOf = ({ form, section }: Change) =>
    [form === null ? '' : t(words.form, { form }), section ?? ''].filter((part) => part !== '').join(' · ')
  const days = from === until ? [until] : [from, until]
  return (
    <section>
      <h2>
        <Code>{block}</Code> <bdi>{nameIn(language, area)}</bdi>
      </h2>
      <Headlines
        facts={listChanges.map((kind) => ({
          key: kind,
          name: t(words[kind]),
          value: formatNumber(language, changes.filter(({ change }) => change === kind).length),
        }))}
      />
      <p className="form-buttons">
        <Button
          component="a"
          variant="default"
          href={`${path}/changes.csv?from=${from}&until=${until}&language=${language}`}
          download
        >
          {t(words.changesTable)}
        </Button>
        {days.map((on) => (
          <Button key={on} component="a" variant="default" href={`${path}/list?on=${on}`} download>
            {t(words.listOn, { day: formatDay(language, on) })}
          </Button>
        ))}
      </p>
      <DataTable
        caption={t(words.changes)}
        rows={changes.map((change, index) => Object.assign({ index }, change)).reverse()}
        rowKey={({ index }) => String(index)}
        empty={t(words.nothing)}
        columns={[
          {
            key: 'change',
            head: t(words.change),
            value: ({ change }) => t(words[change]),
            cell: ({ change }) => <Tag tone={tones[change]}>{t(words[change])}</Tag>,
          },
          {
            key: 'on',
            head: t(words.on),
            value: ({ at }) => at,
            cell: ({ at }) => <Day on={karachiDate(new Date(at))} language={language} />,
            wideOnly: true,
          },
          { key: 'list', head: t(words.list), value: ({ gender }) => t(words[gender]), wideOnly: true },
          { key: 'serial', head: t(words.serial), value: ({ serial }) => serial, numeric: true },
          {
            key: 'voter',
            head: t(words.voter),
            value: nameOf,
            cell: (change) => <bdi lang="ur">{nameOf(change)}</bdi>,
            names: true,
          },
          {
            key: 'cnic',
            head: t(words.cnic),
            value: ({ cnic }) => cnic,
            cell: ({ cnic }) => <Code>{cnic}</Code>,
            wideOnly: true,
          },
          { key: 'what', head: t(words.what), value: ({ what }) => t(what) },
          { key: 'ground', head: t(words.ground), value: groundOf, cell: (change) => <bdi>{groundOf(change)}</bdi> },
        ]}
      />
    </section>
  )
}
