import { Loaded, ProblemNotice, useAct, useGet, useSpeech } from '@intikhab/kernel/console'
import type { Text } from '@intikhab/kernel/language'
import { Code, nameIn, Table, Tag } from '@intikhab/kernel/screens'
import { karachiDate } from '@intikhab/law'
import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useState, type FormEvent, type ReactNode } from 'react'
import { doorFindings, type DoorConsequence, type DoorFinding } from '../../../core/claims/door.ts'
import { claimWords } from '../../../core/claims/words.ts'
import { voterFields, voterValues } from '../../../core/register/told-actions.ts'
import type { DoorReturns } from '../../../server/claims/claim-schemas.ts'
import type { DoorListView } from '../../../server/claims/routes-door.ts'
import { useMayHere } from '../district-choice.tsx'
import { DocketLink } from '../docket-link.tsx'
import { NewsOf } from './door-news.tsx'
import './door.css'
import { doorWords as words } from './words.ts'

/** One list for the door: printed, returned line by line, and settled by an officer. */
export function DoorListScreen({ params }: { params: Readonly<Record<string, string>> }): ReactNode {
  const { district = '', list = '' } = params
  const path = `/api/rolls/districts/${district}/door-lists/${list}`
  return (
    <Loaded query={useGet<DoorListView>(path)}>{(view) => <DoorList key={view.returns.length} view={view} />}</Loaded>
  )
}

type Person = DoorListView['people'][number]

function DoorList({ view }: { view: DoorListView }): ReactNode {
  const { language, t } = useSpeech()
  const mayHere = useMayHere(view.district)
  const path = `/api/rolls/districts/${view.district}/door-lists/${view.id}`
  const act = useAct<DoorReturns, undefined>(`${path}/returns`, { refresh: [[path]] })
  const [found, setFound] = useState<Readonly<Record<number, DoorFinding>>>({})
  const [notes, setNotes] = useState<Readonly<Record<number, string>>>({})
  const [official, setOfficial] = useState('')
  const [visitedOn, setVisitedOn] = useState<string>(karachiDate(new Date()))
  const returned = new Map(view.returns.map((one) => [one.line, one]))
  const effects = new Map(view.effects.map((one) => [one.line, one]))
  const due = new Map(view.due.map(({ line, will }) => [line, will]))
  const send = (event: FormEvent) => {
    event.preventDefault()
    const returns = Object.entries(found).map(([line, finding]) => ({
      line: Number(line),
      finding,
      note: notes[Number(line)] ?? '',
    }))
    if (returns.length > 0) act.mutate({ official, visitedOn, returns })
  }
  const finding = ({ line, news }: Person): ReactNode => {
    const one = returned.get(line)
    const hasCard = news?.hasCard === true
    const nameOf = (each: DoorFinding) => t(hasCard && each === 'found' ? words.asTheRoll : claimWords[each])
    if (one !== undefined) return nameOf(one.finding)
    return (
      <NativeSelect
        className="door-finding"
        aria-label={`${t(words.finding)} ${line}`}
        value={found[line] ?? ''}
        onChange={(event) => {
          const { [line]: _before, ...others } = found
          const next = doorFindings.find((each) => each === event.currentTarget.value)
          setFound(next === undefined ? others : { ...others, [line]: next })
        }}
        data={[
          { value: '', label: t(words.notYet) },
          ...doorFindings
            .filter((each) => hasCard || each !== 'as-card')
            .map((each) => ({ value: each, label: nameOf(each) })),
        ]}
      />
    )
  }
  const note = ({ line }: Person): ReactNode =>
    returned.has(line) ? (
      <bdi>{returned.get(line)?.note}</bdi>
    ) : (
      <TextInput
        aria-label={`${t(words.note)} ${line}`}
        maxLength={300}
        value={notes[line] ?? ''}
        onChange={(event) => setNotes({ ...notes, [line]: event.currentTarget.value })}
      />
    )
  const consequence = (person: Person): ReactNode => {
    const effect = effects.get(person.line)
    const one = returned.get(person.line)
    if (effect !== undefined)
      return (
        <>
          <Tag tone="good">{t(words[effect.effect])}</Tag>{' '}
          {effect.docket === null ? null : effect.heardIn === view.district ? (
            <DocketLink district={view.district} docket={effect.docket} />
          ) : (
            // It is heard where the entry stands: in another district.
            <Code>{effect.docket}</Code>
          )}
        </>
      )
    if (one === undefined) return '–'
    return (
      <div className="door-due">
        <span>{t(willBe[due.get(person.line) ?? 'nothing'])}</span>
        {mayHere('rolls.decide') ? <CarryOut path={path} line={person.line} /> : null}
      </div>
    )
  }
  return (
    <>
      <h1>{t(words.listNumber, { number: String(view.id) })}</h1>
      <p className="lead">
        <Code>{view.block}</Code> <bdi>{nameIn(language, view.area)}</bdi>
      </p>
      <p>
        <Button component="a" variant="default" target="_blank" href={`${path}/sheet?language=${language}`}>
          {t(words.print)}
        </Button>
      </p>
      <form onSubmit={send}>
        <Table
          caption={t(words.enter)}
          language={language}
          rows={view.people}
          rowKey={({ line }) => String(line)}
          columns={[
            { key: 'line', head: '#', numeric: true, cell: ({ line }) => line },
            {
              key: 'name',
              head: t(voterFields.name),
              names: true,
              cell: ({ nameUr, relation, relationNameUr }) => (
                <bdi lang="ur">
                  {nameUr} {voterValues[relation].ur} {relationNameUr}
                </bdi>
              ),
            },
            {
              key: 'address',
              head: t(claimWords.address),
              wideOnly: true,
              cell: ({ addressUr }) => <bdi lang="ur">{addressUr}</bdi>,
            },
            {
              key: 'why',
              head: t(claimWords.why),
              cell: ({ why, news }) => (
                <>
                  {t(claimWords[why])}
                  {news === null ? null : <NewsOf news={news} />}
                </>
              ),
            },
            { key: 'finding', head: t(words.finding), cell: finding },
            { key: 'note', head: t(words.note), wideOnly: true, cell: note },
            { key: 'consequence', head: t(words.consequence), cell: consequence },
          ]}
        />
        {view.returns.length === view.people.length || !mayHere('rolls.verify') ? null : (
          <div className="staff-form">
            <TextInput
              label={t(words.official)}
              required
              minLength={2}
              value={official}
              onChange={(event) => setOfficial(event.currentTarget.value)}
            />
            <TextInput
              type="date"
              label={t(claimWords.visitedOn)}
              required
              value={visitedOn}
              onChange={(event) => setVisitedOn(event.currentTarget.value)}
            />
            {act.isError ? <ProblemNotice problem={act.error.problem} answers /> : null}
            <Button type="submit" loading={act.isPending} disabled={Object.keys(found).length === 0}>
              {t(words.save)}
            </Button>
          </div>
        )}
      </form>
    </>
  )
}

/** What an officer would make of a finding, in a word. */
const willBe: Readonly<Record<DoorConsequence, Text>> = {
  enrolled: words.willEnrol,
  transferred: words.willTransfer,
  corrected: words.willCorrect,
  unblocked: words.willLift,
  deleted: words.willDelete,
  objection: words.willObject,
  nothing: words.willNothing,
}

function CarryOut({ path, line }: { path: string; line: number }): ReactNode {
  const { t } = useSpeech()
  const act = useAct<null, { readonly effect: string }>(`${path}/lines/${line}/effect`, { refresh: [[path]] })
  return (
    <>
      {act.isError ? <ProblemNotice problem={act.error.problem} answers /> : null}
      <Button variant="default" loading={act.isPending} onClick={() => act.mutate(null)}>
        {t(words.carryOut)}
      </Button>
    </>
  )
}
