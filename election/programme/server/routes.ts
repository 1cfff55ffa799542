import { proposedAnswer } from '@intikhab/kernel/approvals'
import type { Approvals } from '@intikhab/kernel/approvals'
import { route } from '@intikhab/kernel/http'
import type { Route } from '@intikhab/kernel/http'
import { accept } from '@intikhab/kernel/refusal'
import type { Refusal } from '@intikhab/kernel/refusal'
import { parseElectionId } from '../core/election.ts'
import { parseChange } from './parse-proposal.ts'
import type { Programme } from './programme.ts'
import { defineProgrammeActs, weighty } from './weighty-acts.ts'
import {
  announceBody,
  changeBody,
  electionAnswer,
  electionParams,
  electionsAnswer,
  previewAnswer,
  versionsAnswer,
} from './wire.ts'

const tag = 'Elections and their programme'

/**
 * Elections to read for everybody; to announce and change for who holds the act `programme.change`, by two people: the
 * weighty acts are defined in `approvals` here, once.
 */
export function programmeRoutes(programme: Programme, approvals: Approvals): readonly Route[] {
  defineProgrammeActs(approvals, programme)
  return [...publicRoutes(programme), ...staffRoutes(programme, approvals)]
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

function staffRoutes(programme: Programme, approvals: Pick<Approvals, 'propose'>): readonly Route[] {
  return [
    route({
      method: 'POST',
      path: '/api/elections',
      act: 'programme.change',
      tag,
      summary: 'Propose to announce an election with the first version of its programme; a second person approves',
      body: announceBody,
      response: proposedAnswer,
      status: 202,
      idempotent: true,
      handler: ({ body, caller }) => approvals.propose(weighty.announce, body, { caller, reason: body.reason }),
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
        const read = parseChange(params.id, body)
        if (!read.ok) return read
        const seen = await programme.preview(read.value.id, read.value.proposal)
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
        'Propose the next version of the programme, with its reason and, where needed, the order under s.58; a second person approves',
      params: electionParams,
      body: changeBody,
      response: proposedAnswer,
      status: 202,
      idempotent: true,
      handler: ({ params, body, caller }) =>
        approvals.propose(weighty.change, { ...body, electionId: params.id }, { caller, reason: body.reason }),
    }),
  ]
}

function toWire({ kind, field, detail }: Refusal) {
  const { code, en, ur, section } = kind
  return { code, en, ur, section: section ?? null, field: field ?? null, figures: detail ?? {} }
}
