import type { Database } from '@intikhab/kernel/database'
import { actorOf, route, type Route } from '@intikhab/kernel/http'
import type { Person } from '@intikhab/kernel/identity'
import { accept, refuse, type Outcome } from '@intikhab/kernel/refusal'
import { z } from 'zod'
import { changeOfAct, officeActs, sectionOfAct } from '../../core/register/office-act.ts'
import { registryAuthority } from '../../core/register/past-action.ts'
import { tellAction, tellDifferences, voterFields } from '../../core/register/told-actions.ts'
import { addressKinds, placeOf, type ElectoralArea, type Voter } from '../../core/register/voter.ts'
import { rollsRefusals } from '../../core/refusals.ts'
import type { SearchLog } from '../names/search-log.ts'
import { placeCauses } from './cause-places.ts'
import type { Rolls } from './rolls.ts'
import { showOfficers, type WhoIs } from './shown-officers.ts'
import { showPlace, shownVoter, showVoter, text } from './shown-voter.ts'
import type { VoterHandles } from './voter-handle.ts'

const difference = z.object({
  field: z.enum(Object.keys(voterFields) as [keyof typeof voterFields]),
  before: text.nullable(),
  after: text.nullable(),
})
const address = z.object({ textUr: z.string(), block: z.string() }).nullable()

const officer = z.object({ name: z.string().nullable(), office: text.nullable() })

const voterAnswer = shownVoter.extend({
  handle: z.string(),
  dateOfBirth: z.string(),
  card: z.enum(['cnic', 'nicop', 'poc']),
  disabled: z.boolean(),
  addresses: z.object({ permanent: address, temporary: address, posting: address }),
  chosen: z.enum(addressKinds),
  area: text.nullable(),
  history: z.array(
    z.object({
      actionId: z.int(),
      at: z.string(),
      sentence: text,
      differences: z.array(difference),
      by: officer.nullable().meta({ description: 'Null for the civil registry' }),
      cause: z.string(),
      isCauseHere: z.boolean().meta({ description: 'The claim, or the list for the door, is one of this district' }),
      form: z.string().nullable(),
      section: z.string().nullable(),
    }),
  ),
})

/** Somebody in the register, as an officer of the district sees them. */
export type VoterAnswer = z.infer<typeof voterAnswer>

export interface VoterRouteParts {
  readonly database: Pick<Database, 'tables'>
  readonly rolls: Rolls
  readonly handles: VoterHandles
  readonly searches: Pick<SearchLog, 'keep'>
  readonly whoIs: WhoIs
}

const voterParams = z.object({ district: z.string().max(60), voter: z.string().max(80) })

const officeAct = z.strictObject({
  act: z.enum(officeActs),
  /** Number and date of the paper that asks for it: the history shows it. */
  paper: z.string().trim().min(3).max(100),
})

/** A voter with all that was done about the entry: only for those who hold an office over the district. */
export function voterRoutes(parts: VoterRouteParts): Route[] {
  const { rolls, handles, searches } = parts

  /** Of another district nothing is said, not even that there is somebody. */
  async function find(district: string, handle: string): Promise<Outcome<{ voter: Voter; area: ElectoralArea }>> {
    const cnic = handles.cnicOf(handle)
    const voter = cnic === undefined ? undefined : await rolls.store.findVoter(cnic)
    const area = voter === undefined ? undefined : await rolls.store.findArea(placeOf(voter))
    if (voter === undefined || area?.district !== district) return refuse(rollsRefusals['unknown-voter'])
    return accept({ voter, area })
  }

  return [
    route({
      method: 'GET',
      path: '/api/rolls/districts/:district/voters/:voter',
      act: 'rolls.read',
      tag: 'rolls',
      summary:
        'A voter of the district with the history of the entry in sentences; the CNIC is masked, the reading kept',
      params: voterParams,
      scope: ({ params }) => ({ kind: 'district', code: params.district }),
      response: voterAnswer,
      async handler({ params, caller }): Promise<Outcome<VoterAnswer>> {
        const { district, voter: handle } = params
        const found = await find(district, handle)
        if (!found.ok) return found
        await searches.keep(actorOf(caller), { district, kind: 'voter', asked: { voter: handle }, shown: 1 })
        return accept(await answerOf(parts, { ...found.value, reader: caller.person, handle }))
      },
    }),
    route({
      method: 'POST',
      path: '/api/rolls/districts/:district/voters/:voter/acts',
      act: 'rolls.decide',
      tag: 'rolls',
      summary: 'Restore or unblock an entry, note voting from abroad, or a postal ballot, upon a named paper',
      params: voterParams,
      scope: ({ params }) => ({ kind: 'district', code: params.district }),
      body: officeAct,
      response: z.object({ actionId: z.int() }),
      async handler({ params, body, caller }) {
        const found = await find(params.district, params.voter)
        if (!found.ok) return found
        const { cnic } = found.value.voter
        const removal = (await rolls.actions(cnic)).findLast(({ kind }) => kind === 'deleted')
        const change = changeOfAct(body.act, removal?.before?.entry ?? null)
        if (!change.ok) return change
        const section = sectionOfAct[body.act]
        const done = await rolls.change(cnic, change.value, {
          actor: actorOf(caller),
          cause: `paper:${body.paper}`,
          section,
        })
        return done.ok ? accept({ actionId: done.value.actionId }) : done
      },
    }),
  ]
}

async function answerOf(
  { rolls, database, whoIs }: VoterRouteParts,
  { voter, area, reader, handle }: { voter: Voter; area: ElectoralArea; reader: Person | null; handle: string },
): Promise<VoterAnswer> {
  const { cnic, dateOfBirth, card, disabled, addresses, chosen } = voter
  const actions = await rolls.actions(cnic)
  const officers = await showOfficers(
    actions.map(({ authority }) => authority).filter((authority) => authority !== registryAuthority),
    (id) => whoIs(id, reader),
  )
  const isHere = await placeCauses(
    database.tables(),
    area.district,
    actions.map(({ cause }) => cause),
  )
  const history = actions.map((action) => {
    const [en, ur] = [tellAction(action, 'en'), tellAction(action, 'ur')]
    return {
      actionId: action.actionId,
      at: action.actedAt.toISOString(),
      sentence: { en: en.sentence, ur: ur.sentence },
      differences: tellDifferences(action),
      by: officers.get(action.authority) ?? null,
      cause: action.cause,
      isCauseHere: isHere(action.cause),
      form: action.form,
      section: action.section,
    }
  })
  const more = { handle, dateOfBirth, card, disabled, addresses, chosen, area: showPlace(area), history }
  return { ...showVoter(voter), ...more }
}
