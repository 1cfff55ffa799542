import { say, type Language, type Text } from '@intikhab/kernel/language'
import { Breadcrumbs, Code, Count, editionNote, Facts, Figure, publicPage, Table, When } from '@intikhab/kernel/screens'
import type { Fact, OpenEditionLike, ScreenProps } from '@intikhab/kernel/screens'
import type { ReactNode } from 'react'
import { words } from './words.ts'

/** Look-up packs and lists of voters are about single voters; they are no public series. */
const hidden = /^(enquiry|list)-/

const kinds: readonly (readonly [prefix: string, name: Text])[] = [
  ['results-', words.seriesResults],
  ['rolls-', words.seriesRolls],
  ['display-', words.seriesDisplay],
  ['scheme-', words.seriesScheme],
  ['map-', words.seriesMap],
  ['election-', words.seriesElection],
]

function kindOf(series: string): Text {
  return kinds.find(([prefix]) => series.startsWith(prefix))?.[1] ?? words.seriesOther
}

interface ListData {
  readonly editions: readonly OpenEditionLike[]
}

function ListScreen({ data, language }: ScreenProps<ListData>): ReactNode {
  return (
    <>
      <h1>{say(language, words.editions)}</h1>
      <p className="lead">{say(language, words.editionsWhy)}</p>
      <p>
        <a href={`/${language}/verify`}>{say(language, words.verify)}</a>
      </p>
      <Table
        caption={say(language, words.newest)}
        language={language}
        rows={data.editions}
        rowKey={({ manifest }) => manifest.series}
        empty={say(language, words.noEditions)}
        columns={[
          {
            key: 'series',
            head: say(language, words.series),
            names: true,
            cell: ({ manifest: { series } }) => (
              <>
                <a href={`/${language}/data/${series}`}>{say(language, kindOf(series))}</a>{' '}
                <small>
                  <Code>{series}</Code>
                </small>
              </>
            ),
          },
          {
            key: 'number',
            head: say(language, words.newest),
            numeric: true,
            cell: ({ manifest }) => <Count n={manifest.number} language={language} />,
          },
          {
            key: 'made',
            head: say(language, words.madeAt),
            cell: ({ manifest }) => <When at={manifest.madeAt} language={language} />,
          },
          {
            key: 'files',
            head: say(language, words.files),
            numeric: true,
            wideOnly: true,
            cell: ({ manifest }) => <Count n={manifest.files.length} language={language} />,
          },
          {
            key: 'id',
            head: say(language, words.fingerprint),
            wideOnly: true,
            cell: ({ id }) => <Code>{`${id.slice(0, 16)}…`}</Code>,
          },
        ]}
      />
    </>
  )
}

/** Every public series with its newest edition. */
export const dataPage = publicPage<ListData>({
  path: '/data',
  section: 'data',
  async load(editions) {
    const names = ((await editions.series?.()) ?? []).filter((name) => !hidden.test(name))
    const found = await Promise.all(names.map((name) => editions.latest(name)))
    return { editions: found.filter((edition) => edition !== undefined) }
  },
  title: (_data, language) => say(language, words.editions),
  Screen: ListScreen,
})

/** Files listed on a page; an edition of a whole country has thousands. */
const filesShown = 300

function proofFacts(edition: OpenEditionLike, language: Language): Fact[] {
  const { series, number, madeAt, ledger, previous } = edition.manifest
  const link = (file: string) => <a href={`/editions/${series}/${number}/${file}`}>{file}</a>
  return [
    { key: 'made', name: say(language, words.madeAt), value: <When at={madeAt} language={language} /> },
    {
      key: 'manifest',
      name: say(language, words.manifest),
      value: link('manifest.json'),
      note: <Code>{edition.id}</Code>,
    },
    { key: 'signature', name: say(language, words.signature), value: link('manifest.sig') },
    { key: 'key', name: say(language, words.publisherKey), value: link('publisher.pem') },
    { key: 'sums', name: say(language, words.sums), value: link('SHA256SUMS') },
    ...(previous == null
      ? []
      : [{ key: 'previous', name: say(language, words.previous), value: <Code>{previous}</Code> }]),
    ...(ledger === null
      ? []
      : [
          {
            key: 'ledger',
            name: say(language, words.ledger),
            value: <a href="/ledger/checkpoint">{say(language, words.ledgerAt, { size: ledger.size })}</a>,
            note: <Code>{ledger.root}</Code>,
          },
        ]),
  ]
}

function SeriesScreen({ data: edition, language }: ScreenProps<OpenEditionLike>): ReactNode {
  const { series, number, files } = edition.manifest
  return (
    <>
      <Breadcrumbs language={language} trail={[{ href: '/data', label: say(language, words.editions) }]} />
      <div className="page-head">
        <h1>{say(language, kindOf(series))}</h1>
        <p>
          <Code>{`${series} / ${number}`}</Code>
        </p>
      </div>
      <Facts facts={proofFacts(edition, language)} />
      <p>
        <a href={`/${language}/verify`}>{say(language, words.verify)}</a>
      </p>
      <Figure
        title={say(language, words.files)}
        denominator={say(language, words.shownOf, { shown: Math.min(files.length, filesShown), all: files.length })}
        edition={editionNote(edition)}
        language={language}
      >
        <Table
          caption={say(language, words.files)}
          hideCaption
          language={language}
          rows={files.slice(0, filesShown)}
          rowKey={({ path }) => path}
          tools
          columns={[
            {
              key: 'file',
              head: say(language, words.file),
              names: true,
              cell: ({ path }) => (
                <a href={`/editions/${series}/${number}/${path}`}>
                  <Code>{path}</Code>
                </a>
              ),
            },
            {
              key: 'size',
              head: say(language, words.size),
              numeric: true,
              cell: ({ size }) => <Count n={size} language={language} />,
            },
            {
              key: 'sha256',
              head: say(language, words.fingerprint),
              wideOnly: true,
              cell: ({ sha256 }) => <Code>{sha256}</Code>,
            },
          ]}
        />
      </Figure>
    </>
  )
}

/** The newest edition of one series: its proof and its files. */
export const seriesPage = publicPage<OpenEditionLike>({
  path: '/data/:series',
  section: 'data',
  async load(editions, params) {
    const series = params['series'] ?? ''
    const known = !hidden.test(series) && ((await editions.series?.()) ?? []).includes(series)
    return known ? editions.latest(series) : undefined
  },
  title: (edition, language) => `${say(language, kindOf(edition.manifest.series))} – ${say(language, words.editions)}`,
  Screen: SeriesScreen,
})
