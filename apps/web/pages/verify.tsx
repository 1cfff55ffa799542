import { say, type Language } from '@intikhab/kernel/language'
import {
  Code,
  Command,
  Count,
  Empty,
  publicPage,
  Table,
  Tag,
  When,
  type ScreenProps,
  type Witnessed,
} from '@intikhab/kernel/screens'
import type { ReactNode } from 'react'
import { words } from './words.ts'

const fetchManifest = [
  'SITE=https://example.org; SERIES=results-demonstration-2026; NUMBER=12',
  'for f in manifest.json manifest.sig publisher.pem SHA256SUMS; do',
  '  curl -sSO "$SITE/editions/$SERIES/$NUMBER/$f"',
  'done',
].join('\n')
const checkSignature =
  'openssl pkeyutl -verify -rawin -pubin -inkey publisher.pem -in manifest.json -sigfile manifest.sig'
const checkFiles = [
  'cut -c 67- SHA256SUMS | while read f; do',
  '  curl -sS --create-dirs -o "$f" "$SITE/editions/$SERIES/$NUMBER/$f"',
  'done',
  'sha256sum --check --quiet SHA256SUMS && echo every file is as published',
].join('\n')
const checkLedger = 'curl -sS "$SITE/ledger/checkpoint"'
const checkWitness = 'curl -sS "$SITE/ledger/checkpoints/latest"'

const none: Witnessed = { published: null, quorum: null, witnesses: [] }

/** Who else has signed the ledger, and how far. */
function Witnesses({ witnessed, language }: { witnessed: Witnessed; language: Language }): ReactNode {
  const { quorum, witnesses } = witnessed
  return (
    <section>
      <h2>{say(language, words.witnesses)}</h2>
      <p>{say(language, words.witnessesWhy)}</p>
      {quorum === null ? null : <p>{say(language, words.witnessQuorum, { quorum })}</p>}
      {witnesses.length === 0 ? (
        <Empty>{say(language, words.noWitnesses)}</Empty>
      ) : (
        <Table
          caption={say(language, words.witnesses)}
          hideCaption
          language={language}
          rows={witnesses}
          rowKey={({ key }) => key}
          columns={[
            {
              key: 'name',
              head: say(language, words.witness),
              names: true,
              cell: ({ key }) => <Code>{key.split('+')[0] ?? ''}</Code>,
            },
            {
              key: 'size',
              head: say(language, words.witnessSize),
              numeric: true,
              cell: ({ size }) => (size === null ? '–' : <Count n={size} language={language} />),
            },
            {
              key: 'at',
              head: say(language, words.witnessAt),
              wideOnly: true,
              cell: ({ at }) => (at === null ? '–' : <When at={at} language={language} />),
            },
            { key: 'state', head: say(language, words.witnessState), cell: (each) => stateTag(each, language) },
          ]}
        />
      )}
      <Command text={checkWitness} />
    </section>
  )
}

function stateTag({ isLate, refusedWith, size }: Witnessed['witnesses'][number], language: Language): ReactNode {
  if (refusedWith !== null) return <Tag tone="bad">{say(language, words.witnessRefused)}</Tag>
  if (isLate) return <Tag tone="warn">{say(language, words.witnessLate)}</Tag>
  if (size === null) return <Tag>{say(language, words.witnessExpected)}</Tag>
  return <Tag tone="good">{say(language, words.witnessGood)}</Tag>
}

function VerifyScreen({ language, context }: ScreenProps<true>): ReactNode {
  return (
    <>
      <h1>{say(language, words.verify)}</h1>
      <p className="lead">{say(language, words.verifyWhy)}</p>
      <ol>
        <li>
          <p>{say(language, words.verifyFetch)}</p>
          <Command text={fetchManifest} />
        </li>
        <li>
          <p>{say(language, words.verifySignature)}</p>
          <Command text={checkSignature} />
        </li>
        <li>
          <p>{say(language, words.verifyFiles)}</p>
          <Command text={checkFiles} />
        </li>
        <li>
          <p>{say(language, words.verifyChain)}</p>
        </li>
        <li>
          <p>{say(language, words.verifyLedger)}</p>
          <Command text={checkLedger} />
        </li>
      </ol>
      <Witnesses witnessed={context.site.witnessed ?? none} language={language} />
    </>
  )
}

/** The check of an edition by hand, with stock tools only. */
export const verifyPage = publicPage<true>({
  path: '/verify',
  section: 'data',
  load: () => Promise.resolve(true),
  title: (_data, language) => say(language, words.verify),
  Screen: VerifyScreen,
})
