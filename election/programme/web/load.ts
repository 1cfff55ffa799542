import { editionNote, fileProof } from '@intikhab/kernel/screens'
import type {
  EditionNote,
  EditionReaderLike,
  FileProof,
  OpenEditionLike,
  PageContext,
  SiteElection,
} from '@intikhab/kernel/screens'
import { karachiDate } from '@intikhab/law'
import type { LegalDate } from '@intikhab/law'
import { electionPath, electionSeries } from '../core/edition.ts'
import type { ElectionDocument, PublishedVersion } from '../core/edition.ts'
import { parseElectionId } from '../core/election.ts'

/** What the programme's page shows. */
export interface ProgrammeData {
  readonly document: ElectionDocument
  /** The last of the document's versions. */
  readonly inForce: PublishedVersion
  /** The day in Karachi on which the page was made. */
  readonly today: LegalDate
  readonly note: EditionNote
  readonly proof: FileProof | undefined
  /** The other elections of the site. */
  readonly others: readonly SiteElection[]
}

/** Reads an election's programme from its edition; without an id, of the site's current election. */
export async function loadProgramme(
  editions: Pick<EditionReaderLike, 'latest'>,
  electionId: string | undefined,
  { site, now }: Pick<PageContext, 'site' | 'now'>,
): Promise<ProgrammeData | undefined> {
  const id = parseElectionId(electionId ?? site.elections[0]?.id ?? '')
  if (!id.ok) return undefined
  const edition = await editions.latest(electionSeries(id.value))
  const document = await edition?.json<ElectionDocument>(electionPath)
  const inForce = document?.versions.at(-1)
  if (!edition || !document || !inForce) return undefined
  const others = site.elections.filter((each) => each.id !== id.value)
  return { document, inForce, today: karachiDate(now), others, ...proofOf(edition) }
}

function proofOf(edition: OpenEditionLike): Pick<ProgrammeData, 'note' | 'proof'> {
  return { note: editionNote(edition), proof: fileProof(edition, electionPath) }
}

/** The phase in which a day falls, by the published table. */
export function phaseOn({ phases }: ElectionDocument, day: LegalDate): ElectionDocument['phases'][number] | undefined {
  return phases.find(({ firstDay, lastDay }) => (firstDay ?? day) <= day && day <= (lastDay ?? day))
}
