import type { ChangedFile } from '@intikhab/kernel/editions'
import { electionPath } from '../core/edition.ts'
import type { ElectionDocument } from '../core/edition.ts'

/** The programme's files of the election edition; the same document makes the same bytes. */
export function electionFiles(document: ElectionDocument): readonly ChangedFile[] {
  const bytes = Buffer.from(`${JSON.stringify(document, null, 2)}\n`)
  return [{ path: electionPath, mediaType: 'application/json', bytes }]
}
