import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { ledgerActor } from '@intikhab/kernel/http'
import type { ActApproval, LedgerActor } from '@intikhab/kernel/ledger'
import { accept, refuse, type Outcome } from '@intikhab/kernel/refusal'
import { identityRefusals } from '../refusals.ts'
import type { Grant, Person } from '../rights/person.ts'
import { peopleAct } from './acts.ts'
import { checkGrant, giverOf, officesWith, type Standing } from './giving.ts'
import { createInvitationStore } from './invitation-store.ts'
import type { Offices, PeopleParts } from './offices.ts'
import { createPeopleStore } from './people-store.ts'
import { invitationChange, type InvitationRecord } from './records.ts'
import { enterAccount, freshSalt, officeWords } from './register.ts'

/** How long a link opens an account. */
const invitationMilliseconds = 7 * 24 * 3_600_000

/** A link that was just drawn: the only time that its token is told. */
export interface DrawnLink {
  readonly invitationId: string
  readonly token: string
  readonly lapsesAt: string
}

/** Whom an invitation is for. */
interface InvitationRequest {
  readonly name: string
  readonly grants: readonly Grant[]
}

export interface Invitations {
  /** Invites somebody to offices below the own rank, within the own place. Refuses as `checkGrant` and `giverOf`. */
  invite(request: InvitationRequest, by: Person): Promise<Outcome<DrawnLink>>
  /**
   * Invitations of the program itself, until two accounts of the secretariat exist: what matters takes two. They name
   * nobody; those of an earlier start open nothing any more. None where there are two.
   */
  inviteFirst(): Promise<DrawnLink[]>
  /** An invitation that a second person approved; its proposer draws the link. Idempotent by the approval. */
  enterApproved(request: InvitationRequest, approved: ActApproval): Promise<void>
  /** Draws a new link for an invitation that is open or lapsed; the one before opens nothing any more. */
  renew(id: string, by: Person): Promise<Outcome<DrawnLink>>
  withdraw(id: string, by: Person): Promise<Outcome<void>>
  /** What a link is for. Refuses `invitation-unknown`, `-used`, `-withdrawn`, `-lapsed`. */
  read(token: string): Promise<Outcome<InvitationRecord>>
  /** Makes the account of an invitation, once. Refuses as `read`, and `name-taken`, `name-missing`. */
  accept(
    token: string,
    person: {
      readonly signInName: string
      /** Where the invitation names nobody; not heard where it does. */
      readonly name?: string | undefined
    },
    device?: string,
  ): Promise<Outcome<{ readonly accountId: string }>>
  /** The open invitations that a person may renew and withdraw. */
  list(by: Person): Promise<InvitationRecord[]>
}

const hashOf = (token: string) => createHash('sha256').update(token).digest()

/** Accounts of the first hour are made by the program itself. */
const program: LedgerActor = { kind: 'system', id: 'program' }

/** What matters in the secretariat takes two people. */
const fewestSecretaries = 2
const secretariat: Grant = { role: 'secretariat', scope: { kind: 'national' } }

function draw(at: Date) {
  const token = randomBytes(32).toString('base64url')
  return { token, tokenHash: hashOf(token), lapsesAt: new Date(at.getTime() + invitationMilliseconds) }
}

function checkOpen(found: InvitationRecord | undefined, at: Date): Outcome<InvitationRecord> {
  if (found === undefined) return refuse(identityRefusals['invitation-unknown'])
  if (found.acceptedAt !== null) return refuse(identityRefusals['invitation-used'])
  if (found.withdrawnAt !== null) return refuse(identityRefusals['invitation-withdrawn'])
  if (at >= found.lapsesAt) return refuse(identityRefusals['invitation-lapsed'])
  return accept(found)
}

export function createInvitations(parts: PeopleParts & { readonly offices: Offices }): Invitations {
  const { database, now, record, termOf, offices } = parts
  const store = createInvitationStore(database.tables())
  const standing = (at: Date): Standing => ({ tree: offices.tree(), termOf, at })

  /** The office by which a person gives all of these; refuses with the place in the list. */
  function judge(grants: readonly Grant[], by: Person, at: Date): Outcome<Grant> {
    let giver: Grant | undefined
    for (const [i, grant] of grants.entries()) {
      const checked = checkGrant(grant, standing(at))
      const judged = checked.ok ? giverOf(by.grants, grant, standing(at)) : checked
      if (!judged.ok) return refuse(judged.refusal.kind, { field: `/grants/${i}${judged.refusal.field ?? ''}` })
      giver ??= judged.value
    }
    return giver === undefined ? refuse(identityRefusals['grant-unknown'], { field: '/grants' }) : accept(giver)
  }

  /** Whether an open invitation is one that the person may renew or withdraw: the own one, or one they could have made. */
  function handlerOf({ madeBy, grants }: InvitationRecord, by: Person, at: Date): Outcome<Grant> {
    const judged = judge(grants, by, at)
    if (judged.ok || madeBy !== by.accountId) return judged
    const [own] = officesWith('accounts.invite', by.grants, at)
    return own === undefined ? judged : accept(own)
  }

  async function enter(
    { name, grants }: InvitationRequest,
    by: { readonly actor: LedgerActor; readonly at: Date },
    link: { readonly tokenHash: Buffer | null; readonly lapsesAt: Date },
    approval?: ActApproval,
  ): Promise<string> {
    const row: InvitationRecord = {
      id: approval?.id ?? randomUUID(),
      ...link,
      name,
      grants,
      madeAt: by.at,
      madeBy: by.actor.id,
      acceptedAt: null,
      accountId: null,
      withdrawnAt: null,
      salt: freshSalt(),
    }
    await database.transaction(async (tx) => {
      if (!(await createInvitationStore(tx).add(row))) return
      const detail = { offices: officeWords(grants) }
      const changes = [invitationChange(null, row)]
      const act = { detail, changes, ...(approval === undefined ? {} : { approval }) }
      await record(tx, [peopleAct('invited', row.id, by, act)])
    })
    return row.id
  }

  /** Changes an open or lapsed invitation by somebody who may. */
  function handle<T>(
    id: string,
    by: Person,
    act: 'invitation-renewed' | 'invitation-withdrawn',
    decide: (found: InvitationRecord, at: Date) => { readonly after: InvitationRecord; readonly told: T },
  ): Promise<Outcome<T>> {
    const at = now()
    return database.transaction(async (tx) => {
      const inside = createInvitationStore(tx)
      const open = checkOpen(await inside.lock(id), new Date(0))
      if (!open.ok) return open
      const before = open.value
      const judged = handlerOf(before, by, at)
      if (!judged.ok) return judged
      const { after, told } = decide(before, at)
      await inside.change(after)
      const changes = [invitationChange(before, after)]
      await record(tx, [peopleAct(act, id, { actor: ledgerActor(by, judged.value), at }, { changes })])
      return accept(told)
    })
  }

  return {
    async invite(request, by) {
      const at = now()
      const judged = judge(request.grants, by, at)
      if (!judged.ok) return judged
      const { token, ...link } = draw(at)
      const invitationId = await enter(request, { actor: ledgerActor(by, judged.value), at }, link)
      return accept({ invitationId, token, lapsesAt: link.lapsesAt.toISOString() })
    },

    async inviteFirst() {
      const at = now()
      const by = { actor: program, at }
      const missing = fewestSecretaries - (await createPeopleStore(database.tables()).countHolders('secretariat'))
      if (missing <= 0) return []
      await database.transaction(async (tx) => {
        const inside = createInvitationStore(tx)
        for (const open of await inside.lockOpenBy(program.id)) {
          const after = { ...open, withdrawnAt: at }
          await inside.change(after)
          await record(tx, [
            peopleAct('invitation-withdrawn', open.id, by, { changes: [invitationChange(open, after)] }),
          ])
        }
      })
      const made: DrawnLink[] = []
      while (made.length < missing) {
        const { token, ...link } = draw(at)
        const invitationId = await enter({ name: '', grants: [secretariat] }, by, link)
        made.push({ invitationId, token, lapsesAt: link.lapsesAt.toISOString() })
      }
      return made
    },

    async enterApproved(request, approved) {
      const at = now()
      const lapsesAt = new Date(at.getTime() + invitationMilliseconds)
      await enter(request, { actor: approved.proposedBy, at }, { tokenHash: null, lapsesAt }, approved)
    },

    renew: (id, by) =>
      handle(id, by, 'invitation-renewed', (found, at) => {
        const { token, ...link } = draw(at)
        return {
          after: { ...found, ...link },
          told: { invitationId: id, token, lapsesAt: link.lapsesAt.toISOString() },
        }
      }),

    withdraw: (id, by) =>
      handle(id, by, 'invitation-withdrawn', (found, at) => ({
        after: { ...found, withdrawnAt: at },
        told: undefined,
      })),

    read: async (token) => checkOpen(await store.findByToken(hashOf(token)), now()),

    async accept(token, person, device) {
      const at = now()
      return database.transaction(async (tx) => {
        const inside = createInvitationStore(tx)
        const open = checkOpen(await inside.lockByToken(hashOf(token)), at)
        if (!open.ok) return open
        const { grants } = open.value
        const name = open.value.name === '' ? (person.name ?? '') : open.value.name
        if (name === '') return refuse(identityRefusals['name-missing'], { field: '/name' })
        const entered = await enterAccount(tx, { signInName: person.signInName, name, grants }, at)
        if (!entered.ok) return entered
        const { accountId } = entered.value
        const after = { ...open.value, acceptedAt: at, accountId }
        await inside.change(after)
        const changes = [invitationChange(open.value, after), ...entered.value.changes]
        const actor: LedgerActor = { kind: 'account', id: accountId, ...(device === undefined ? {} : { device }) }
        const detail = { invitation: open.value.id, offices: officeWords(grants) }
        await record(tx, [peopleAct('invitation-accepted', accountId, { actor, at }, { changes, detail })])
        return accept({ accountId })
      })
    },

    async list(by) {
      const at = now()
      return (await store.listOpen()).filter((each) => handlerOf(each, by, at).ok)
    },
  }
}
