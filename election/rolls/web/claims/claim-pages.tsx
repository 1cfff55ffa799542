import { say } from '@intikhab/kernel/language'
import type { Refusal } from '@intikhab/kernel/refusal'
import { publicPage, type AnyPublicPage, type EditionReaderLike, type PageContext } from '@intikhab/kernel/screens'
import type { ReactNode } from 'react'
import { claimPurposes, type ClaimPurpose } from '../../core/claims/claim-content.ts'
import type { TypedForm } from '../../core/claims/web-form.ts'
import type { PublishedStage } from '../../core/editions/published-stage.ts'
import { findStatistics } from '../../core/statistics/statistics.ts'
import type { FollowedClaim, FormFault, LodgedOnWeb } from '../../server/claims/public-claims.ts'
import { readRollStage } from '../editions/display-pages.tsx'
import { FollowedScreen, FollowForm, LodgedScreen } from './claim-screens.tsx'
import { ClaimFormScreen, purposeTitle, type NamedDistrict } from './form-screens.tsx'
import { StartScreen } from './start-screen.tsx'
import { words } from './words.ts'

/** The districts of the published statistics: the public site reads editions and no register. */
async function loadDistricts(editions: EditionReaderLike, context: PageContext): Promise<readonly NamedDistrict[]> {
  const { rollId } = context.site
  const edition = rollId === null ? undefined : await editions.latest(`rolls-${rollId}`)
  const statistics = await findStatistics(edition)
  return (statistics?.districts ?? []).map(({ code, nameEn, nameUr }) => ({ code, name: { en: nameEn, ur: nameUr } }))
}

const startPage = publicPage<{ readonly stage: PublishedStage | undefined }>({
  path: '/claims',
  section: 'claims',
  load: async (editions, _params, { site }) => ({ stage: await readRollStage(editions, site.rollId) }),
  title: (_data, language) => say(language, words.title),
  Screen: ({ data, language, context }) => <StartScreen stage={data.stage} now={context.now} language={language} />,
})

const formPages = claimPurposes.map((purpose) =>
  publicPage<readonly NamedDistrict[]>({
    path: `/claims/${purpose}`,
    section: 'claims',
    load: (editions, _params, context) => loadDistricts(editions, context),
    title: (_data, language) => purposeTitle(purpose, language),
    Screen: ({ data, language }) => <ClaimFormScreen language={language} purpose={purpose} districts={data} />,
  }),
)

export const claimPages: readonly AnyPublicPage[] = [startPage, ...formPages]

/** What comes back to something that was sent: made for one person, and kept nowhere. */
export type ClaimAnswer =
  | { readonly kind: 'lodged'; readonly lodged: LodgedOnWeb }
  | { readonly kind: 'form'; readonly purpose: ClaimPurpose; readonly typed: TypedForm; readonly fault: FormFault }
  | { readonly kind: 'followed'; readonly claim: FollowedClaim; readonly pin: string }
  | { readonly kind: 'unknown'; readonly docket: string; readonly refusal: Refusal }

/** The page of an answer. */
export async function claimAnswerScreen(
  editions: EditionReaderLike,
  context: PageContext,
  answer: ClaimAnswer,
): Promise<{ readonly title: string; readonly body: ReactNode }> {
  const { language } = context
  switch (answer.kind) {
    case 'lodged':
      return {
        title: say(language, words.received),
        body: <LodgedScreen lodged={answer.lodged} language={language} />,
      }
    case 'followed':
      return {
        title: answer.claim.docket,
        body: <FollowedScreen claim={answer.claim} pin={answer.pin} language={language} />,
      }
    case 'form': {
      const { purpose, typed, fault } = answer
      const districts = await loadDistricts(editions, context)
      const shown = { language, purpose, typed, fault, districts }
      return { title: purposeTitle(purpose, language), body: <ClaimFormScreen {...shown} /> }
    }
    case 'unknown':
      return {
        title: say(language, words.follow),
        body: (
          <>
            <h1>{say(language, words.follow)}</h1>
            <FollowForm language={language} docket={answer.docket} refusal={answer.refusal} />
          </>
        ),
      }
  }
  return answer satisfies never
}
