import { formatNumber, say, type Language } from '@intikhab/kernel/language'
import { Code, type Fact } from '@intikhab/kernel/screens'
import type { Photograph } from '../core/edition.ts'
import { evidencePath } from '../core/evidence.ts'
import { words } from './words.ts'

/**
 * The photograph of the signed paper behind a form: its SHA-256, and the picture itself once it is in. Undefined where
 * the station promised none.
 */
export function photographFact(props: {
  readonly electionId: string
  /** As the station's own form names it; a correction has no paper of its own. */
  readonly imageSha256: string | null | undefined
  readonly received: readonly Photograph[]
  readonly language: Language
}): Fact | undefined {
  const { electionId, imageSha256, received, language } = props
  if (typeof imageSha256 !== 'string') return undefined
  const photograph = received.find(({ sha256 }) => sha256 === imageSha256)
  const name = say(language, words.photo)
  const value = <Code>{imageSha256}</Code>
  if (photograph === undefined) return { key: 'photo', name, value, note: say(language, words.photoAwaited) }
  return {
    key: 'photo',
    name,
    value,
    note: (
      <a href={evidencePath(electionId, imageSha256)} rel="nofollow" type={photograph.mediaType}>
        {say(language, words.photoLook, { size: formatNumber(language, Math.ceil(photograph.size / 1024)) })}
      </a>
    ),
  }
}
