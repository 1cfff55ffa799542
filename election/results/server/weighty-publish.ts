import type { WeightyAct } from '@intikhab/kernel/approvals'
import { accept, refuse, type Outcome } from '@intikhab/kernel/refusal'
import { z } from 'zod'
import type { ElectionFacts } from '../core/facts.ts'
import { resultsRefusals } from '../core/refusals.ts'
import { resultsSeries } from './publisher.ts'

const payload = z.strictObject({ electionId: z.string().max(60) })

/** Kind under which publishing at once is proposed. */
export const publishKind = 'results.publish-now'

/**
 * To bring every table of the results up to date now. What an edition holds is not chosen here: it is always what was
 * accepted by then, and the number it gets moves while forms arrive; so the preview names neither.
 */
export function publishAct(parts: {
  findElection(electionId: string): ElectionFacts | undefined
  publishNow(electionId: string): Promise<Outcome<{ number: number }>>
}): WeightyAct<z.infer<typeof payload>> {
  return {
    kind: publishKind,
    act: 'publish.edition',
    title: { en: 'Publish the results now', ur: 'نتائج ابھی شائع کرنا' },
    lapsesAfterHours: 4,
    payload,
    place: () => ({ kind: 'national' }),
    async preview({ electionId }) {
      const election = parts.findElection(electionId)
      if (election === undefined) return refuse(resultsRefusals['unknown-election'], { field: '/election' })
      const { en, ur } = election.name
      return accept({
        subject: resultsSeries(electionId),
        sentence: {
          en: `The results of ${en} are published as they stand when this is approved, with every table brought up to date.`,
          ur: `${ur} کے نتائج منظوری کے وقت جیسے ہوں گے، تمام جدولوں کی تازہ صورت کے ساتھ، شائع کیے جائیں گے۔`,
        },
        counts: [{ label: { en: 'Seats', ur: 'حلقے' }, before: null, after: election.contests.length }],
        differences: [],
      })
    },
    carryOut: ({ electionId }) => parts.publishNow(electionId),
  }
}
