import { say, type Language } from '@intikhab/kernel/language'
import type { ReactNode } from 'react'
import { Facts, type Fact } from './facts.tsx'
import { Edition } from './figure.tsx'
import { Code, Count } from './inline.tsx'
import type { EditionNote, OpenEditionLike } from './public-page.ts'
import { words } from './words.ts'

/** A file of an edition with its fingerprint. */
export interface FileProof {
  readonly path: string
  readonly sha256: string
}

/** The proof of one file of an edition; undefined where the edition has no such file. */
export function fileProof(edition: OpenEditionLike, path: string): FileProof | undefined {
  const file = edition.manifest.files.find((each) => each.path === path)
  return file === undefined ? undefined : { path: file.path, sha256: file.sha256 }
}

/** Steps with stock tools for one file of one edition. */
function commands(edition: EditionNote, file: FileProof): readonly [string, string, string] {
  const base = `/editions/${edition.series}/${edition.number}`
  return [
    `for f in manifest.json manifest.sig publisher.pem ${file.path}; do curl -sSO "$SITE${base}/$f"; done`,
    `sha256sum manifest.json ${file.path.split('/').at(-1) ?? file.path}`,
    'openssl pkeyutl -verify -rawin -pubin -inkey publisher.pem -in manifest.json -sigfile manifest.sig',
  ]
}

/** The small “check this” that stands by a published figure and opens its proof. */
export function CheckThis(props: {
  edition: EditionNote
  file: FileProof
  language: Language
  /** Leaf of the ledger that holds the act behind the figure. */
  leaf?: number | undefined
  more?: readonly Fact[]
}): ReactNode {
  const { edition, file, language } = props
  const [fetch, hash, signature] = commands(edition, file)
  const address = `/editions/${edition.series}/${edition.number}/${file.path}`
  const facts: Fact[] = [
    {
      key: 'edition',
      name: say(language, words.checkEdition),
      value: <Edition edition={edition} language={language} />,
    },
    { key: 'manifest', name: say(language, words.checkManifest), value: <Code>{edition.id}</Code> },
    {
      key: 'file',
      name: say(language, words.checkFile),
      value: (
        <a href={address}>
          <Code>{file.path}</Code>
        </a>
      ),
    },
    { key: 'hash', name: say(language, words.checkFileHash), value: <Code>{file.sha256}</Code> },
  ]
  if (edition.ledgerSize !== null)
    facts.push({
      key: 'ledger',
      name: say(language, words.checkLedger),
      value: <a href="/ledger/checkpoint">{say(language, words.checkLedgerSize, { size: edition.ledgerSize })}</a>,
    })
  if (props.leaf !== undefined)
    facts.push({
      key: 'leaf',
      name: say(language, words.checkLeaf),
      value: <Count n={props.leaf} language={language} />,
    })
  return (
    <details className="check">
      <summary>{say(language, words.checkThis)}</summary>
      <Facts facts={[...facts, ...(props.more ?? [])]} />
      <p>{say(language, words.checkIntro)}</p>
      <ol>
        <li>
          {say(language, words.stepFetch)}
          <Command text={fetch} />
        </li>
        <li>
          {say(language, words.stepHash)}
          <Command text={hash} />
        </li>
        <li>
          {say(language, words.stepSignature)}
          <Command text={signature} />
        </li>
      </ol>
      <p>
        <a href={`/${language}/verify`}>{say(language, words.footerVerify)}</a>
      </p>
    </details>
  )
}

/** A command line to copy; scrolls by itself and is never mirrored. */
export function Command({ text }: { text: string }): ReactNode {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- scrolls sideways: the keyboard must reach it
    <pre className="command" dir="ltr" tabIndex={0}>
      <code>{text}</code>
    </pre>
  )
}
