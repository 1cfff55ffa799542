import { formatDay, say, type Language } from '@intikhab/kernel/language'
import {
  Breadcrumbs,
  CheckThis,
  Code,
  Count,
  editionNote,
  fileProof,
  Name,
  nameIn,
  Notice,
  publicPage,
  Table,
  type EditionNote,
  type EditionReaderLike,
  type FileProof,
  type ScreenProps,
} from '@intikhab/kernel/screens'
import { karachiDate } from '@intikhab/law'
import { Fragment, type ReactNode } from 'react'
import {
  centresPath,
  stagePath,
  stepsOf,
  type PublishedCentre,
  type PublishedStage,
} from '../../core/editions/published-stage.ts'
import { stageNames } from '../../core/editions/stage-words.ts'
import { stageAt } from '../../core/editions/stages.ts'
import { displayWords as words } from './display-words.ts'

interface Published {
  readonly stage: PublishedStage
  readonly note: EditionNote
  readonly proof: FileProof | undefined
}

const pagePath = '/rolls/display'

/** Reads where the roll of the site stands; undefined while nothing is published of it. */
async function readStage(editions: EditionReaderLike, rollId: string | null): Promise<Published | undefined> {
  const edition = rollId === null ? undefined : await editions.latest(`display-${rollId}`)
  const stage = await edition?.json<PublishedStage>(stagePath)
  if (edition === undefined || stage === undefined) return undefined
  return { stage, note: editionNote(edition), proof: fileProof(edition, stagePath) }
}

/** Reads where the roll stands, for the page of the rolls. */
export async function readRollStage(
  editions: EditionReaderLike,
  rollId: string | null,
): Promise<PublishedStage | undefined> {
  return (await readStage(editions, rollId))?.stage
}

/** Where a roll stands, in a notice: its stage, the days of its display, and what the Commission directed. */
export function StageNotice(props: {
  stage: PublishedStage
  now: Date
  language: Language
  withLink: boolean
}): ReactNode {
  const { stage, now, language, withLink } = props
  const current = stageAt(stepsOf(stage), now)
  const direction = current.isOtherwise ? stage.steps.findLast(({ kind }) => kind === 'direction') : undefined
  const { display, until } = current
  const left =
    current.stage === 'display' && until !== null ? Math.ceil((until.getTime() - now.getTime()) / 86_400_000) : 0
  return (
    <Notice
      kind={current.stage === 'display' ? 'good' : 'plain'}
      title={`${say(language, words.stageOf)}: ${say(language, stageNames[current.stage])}`}
    >
      {display === null ? null : (
        <p>
          {say(language, words.days, {
            from: formatDay(language, display.from),
            until: formatDay(language, display.until),
          })}{' '}
          {left > 0 ? say(language, words.daysLeft, { days: left }) : null}
        </p>
      )}
      {direction === undefined ? null : (
        <p>
          {say(language, words.direction, {
            day: formatDay(language, karachiDate(new Date(direction.at))),
            reference: direction.orderReference ?? '',
          })}{' '}
          <bdi>{direction.reason}</bdi>
        </p>
      )}
      {withLink ? (
        <p>
          <a href={`/${language}${pagePath}`}>{say(language, words.whereLink)}</a>
        </p>
      ) : null}
    </Notice>
  )
}

function DisplayScreen({ data, language, context }: ScreenProps<{ published: Published | undefined }>): ReactNode {
  const { published } = data
  if (published === undefined)
    return (
      <>
        <h1>{say(language, words.title)}</h1>
        <Notice title={say(language, words.none)} />
      </>
    )
  const { stage, note, proof } = published
  return (
    <>
      <div className="page-head">
        <h1>{say(language, words.title)}</h1>
        <p className="lead">
          <Name text={{ en: stage.nameEn, ur: stage.nameUr }} language={language} />
        </p>
      </div>
      <StageNotice stage={stage} now={context.now} language={language} withLink={false} />
      <p>{say(language, words.lead)}</p>
      <Table
        caption={say(language, words.districts)}
        language={language}
        rows={stage.districts}
        rowKey={({ code }) => code}
        tools
        columns={[
          {
            key: 'district',
            head: say(language, words.district),
            names: true,
            cell: ({ code, nameEn, nameUr, centres }) => {
              const name = <Name text={{ en: nameEn, ur: nameUr }} language={language} />
              return centres === 0 ? name : <a href={`/${language}${pagePath}/${code}`}>{name}</a>
            },
          },
          {
            key: 'centres',
            head: say(language, words.centres),
            numeric: true,
            cell: ({ centres }) => <Count n={centres} language={language} />,
          },
        ]}
      />
      {proof === undefined ? null : <CheckThis edition={note} file={proof} language={language} />}
    </>
  )
}

/** Where the roll stands, and the districts with display centres. */
export const displayPage = publicPage<{ published: Published | undefined }>({
  path: pagePath,
  section: 'rolls',
  load: async (editions, _params, { site }) => ({ published: await readStage(editions, site.rollId) }),
  title: (_data, language) => say(language, words.title),
  Screen: DisplayScreen,
})

interface InDistrict extends Published {
  readonly name: { readonly en: string; readonly ur: string }
  readonly centres: readonly PublishedCentre[]
}

function DistrictScreen({ data, language, context }: ScreenProps<InDistrict>): ReactNode {
  const { stage, note, proof, name, centres } = data
  const title = say(language, words.inDistrict, { district: nameIn(language, name) })
  return (
    <>
      <Breadcrumbs
        language={language}
        trail={[{ label: say(language, words.title), href: `/${language}${pagePath}` }]}
      />
      <h1>{title}</h1>
      <StageNotice stage={stage} now={context.now} language={language} withLink={false} />
      <p>{say(language, words.findHint)}</p>
      <Table
        caption={title}
        hideCaption
        language={language}
        rows={centres}
        rowKey={({ number }) => String(number)}
        empty={say(language, words.noCentres)}
        tools
        csv={`/editions/display-${stage.rollId}/latest/display-centres.csv`}
        columns={[
          {
            key: 'centre',
            head: say(language, words.centre),
            names: true,
            cell: ({ nameEn, nameUr }) => <Name text={{ en: nameEn, ur: nameUr }} language={language} />,
          },
          {
            key: 'address',
            head: say(language, words.address),
            cell: ({ addressEn, addressUr }) => <Name text={{ en: addressEn, ur: addressUr }} language={language} />,
          },
          {
            key: 'hours',
            head: say(language, words.hours),
            cell: ({ opensAt, closesAt }) => <Code>{`${opensAt}–${closesAt}`}</Code>,
          },
          {
            key: 'areas',
            head: say(language, words.areas),
            cell: ({ areas }) =>
              areas.map(({ block }) => (
                <Fragment key={block}>
                  <Code>{block}</Code>{' '}
                </Fragment>
              )),
          },
        ]}
      />
      {proof === undefined ? null : <CheckThis edition={note} file={proof} language={language} />}
    </>
  )
}

/** The display centres of a district. */
export const districtDisplayPage = publicPage<InDistrict>({
  path: `${pagePath}/:district`,
  section: 'rolls',
  async load(editions, { district = '' }, { site }) {
    const published = await readStage(editions, site.rollId)
    const known = published?.stage.districts.find(({ code }) => code === district)
    if (published === undefined || known === undefined) return undefined
    const edition = await editions.latest(`display-${published.stage.rollId}`)
    const path = centresPath(district)
    const centres = (await edition?.json<readonly PublishedCentre[]>(path)) ?? []
    const proof = edition === undefined ? undefined : fileProof(edition, path)
    return { ...published, proof, name: { en: known.nameEn, ur: known.nameUr }, centres }
  },
  title: ({ name }, language) => say(language, words.inDistrict, { district: nameIn(language, name) }),
  Screen: DistrictScreen,
})
