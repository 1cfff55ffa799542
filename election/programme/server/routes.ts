import { actorOf, route } from '@intikhab/kernel/http'
import type { Route } from '@intikhab/kernel/http'
import { accept } from '@intikhab/kernel/refusal'
import type { Outcome, Refusal } from '@intikhab/kernel/refusal'
import type { z } from 'zod'
import { parseElectionId, parsePackId } from '../core/election.ts'
import { parseHolidays, parseStages } from '../core/programme-version.ts'
import type { ProgrammeProposal } from '../core/propose-change.ts'
import type { Programme, WithHolidays } from './programme.ts'
import {
  announceAnswer,
  announceBody,
  changeAnswer,
  changeBody,
  electionAnswer,
  electionParams,
  electionsAnswer,
  previewAnswer,
  versionsAnswer,
} from './wire.ts'

const tag = 'Elections and their programme'

/** Elections to read for everybody, to announce and change for who holds the act `programme.change`. */
export function programmeRoutes(programme: Programme): readonly Route[] {
  return [...publicRoutes(programme), ...staffRoutes(programme)]
}

function publicRoutes(programme: Programme): readonly Route[] {
  return [
    route({
      method: 'GET',
      path: '/api/elections',
      act: 'public',
      tag,
      summary: 'All elections, the latest poll first',
      response: electionsAnswer,
      async handler() {
        const elections = await programme.store.listElections()
        return accept({
          elections: elections.map(({ id, kind, nameEn, nameUr, pollDate, packId, assemblies }) => ({
            id,
            kind,
            name: { en: nameEn, ur: nameUr },
            pollDate,
            packId,
            assemblies,
          })),
        })
      },
    }),
    route({
      method: 'GET',
      path: '/api/elections/:id',
      act: 'public',
      tag,
      summary:
        'One election: the programme in force held against the law, where it stands now, and every value of its law',
      params: electionParams,
      response: electionAnswer,
      async handler({ params }) {
        const id = parseElectionId(params.id)
        if (!id.ok) return id
        const made = await programme.document(id.value)
        if (!made.ok) return made
        const { election, pack, versions, phases, clocks, law } = made.value
        const state = await programme.state(id.value)
        if (!state.ok) return state
        const now = { ...state.value, at: state.value.at.toISOString() }
        const inForce = versions[versions.length - 1]
        if (!inForce) throw new Error(`election ${id.value} has no programme`)
        return accept({ election, pack, inForce, phases, clocks, law, now })
      },
    }),
    route({
      method: 'GET',
      path: '/api/elections/:id/programme/versions',
      act: 'public',
      tag,
      summary: 'Every version of an election’s programme with its reason, its check and what it changed, oldest first',
      params: electionParams,
      response: versionsAnswer,
      async handler({ params }) {
        const id = parseElectionId(params.id)
        if (!id.ok) return id
        const made = await programme.document(id.value)
        return made.ok ? accept({ versions: made.value.versions }) : made
      },
    }),
  ]
}

function staffRoutes(programme: Programme): readonly Route[] {
  return [
    route({
      method: 'POST',
      path: '/api/elections',
      act: 'programme.change',
      tag,
      summary: 'Announce an election with the first version of its programme',
      body: announceBody,
      response: announceAnswer,
      status: 201,
      idempotent: true,
      async handler({ body, caller }) {
        const id = parseElectionId(body.id)
        if (!id.ok) return id
        const packId = parsePackId(body.packId)
        if (!packId.ok) return packId
        const proposal = parseProposal(body)
        if (!proposal.ok) return proposal
        const { nameEn, nameUr, kind, assemblies } = body
        const draft = { id: id.value, packId: packId.value, nameEn, nameUr, kind, assemblies }
        const done = await programme.announce(draft, proposal.value, { actor: actorOf(caller) })
        if (!done.ok) return done
        const { version, check, entryId } = done.value
        return accept({ electionId: id.value, version: version.version, check, entryId })
      },
    }),
    route({
      method: 'POST',
      path: '/api/elections/:id/programme/proposals',
      act: 'programme.change',
      tag,
      summary: 'What a change would do: stages moved, findings, whether an order under s.58 is needed. Writes nothing',
      params: electionParams,
      body: changeBody,
      response: previewAnswer,
      async handler({ params, body }) {
        const id = parseElectionId(params.id)
        if (!id.ok) return id
        const proposal = parseProposal(body)
        if (!proposal.ok) return proposal
        const seen = await programme.preview(id.value, { ...proposal.value, basedOn: body.basedOn })
        if (!seen.ok) return seen
        const { change, refusal } = seen.value
        return accept({ change, refusal: refusal ? toWire(refusal) : null })
      },
    }),
    route({
      method: 'POST',
      path: '/api/elections/:id/programme',
      act: 'programme.change',
      tag,
      summary:
        'Put the next version of the programme in force, with its reason and, where needed, the order under s.58',
      params: electionParams,
      body: changeBody,
      response: changeAnswer,
      status: 201,
      idempotent: true,
      async handler({ params, body, caller }) {
        const id = parseElectionId(params.id)
        if (!id.ok) return id
        const proposal = parseProposal(body)
        if (!proposal.ok) return proposal
        const done = await programme.change(
          id.value,
          { ...proposal.value, basedOn: body.basedOn },
          { actor: actorOf(caller) },
        )
        if (!done.ok) return done
        const { version, change, entryId } = done.value
        return accept({ version: version.version, change, entryId })
      },
    }),
  ]
}

type ProposalBody = Pick<z.infer<typeof changeBody>, 'stages' | 'holidays' | 'reason' | 'orderReference'>

function parseProposal(body: ProposalBody): Outcome<ProgrammeProposal & WithHolidays> {
  const stages = parseStages(body.stages)
  if (!stages.ok) return stages
  const { reason, orderReference = null } = body
  const proposal = { stages: stages.value, reason, orderReference }
  if (body.holidays === undefined) return accept(proposal)
  const holidays = parseHolidays(body.holidays)
  return holidays.ok ? accept({ ...proposal, holidays: holidays.value }) : holidays
}

function toWire({ kind, field, detail }: Refusal) {
  const { code, en, ur, section } = kind
  return { code, en, ur, section: section ?? null, field: field ?? null, figures: detail ?? {} }
}
