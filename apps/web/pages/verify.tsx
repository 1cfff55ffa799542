import { say } from '@intikhab/kernel/language'
import { Command, publicPage, type ScreenProps } from '@intikhab/kernel/screens'
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

function VerifyScreen({ language }: ScreenProps<true>): ReactNode {
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
