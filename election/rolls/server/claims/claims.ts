import { createHash, randomBytes, randomInt, timingSafeEqual } from 'node:crypto'
import type { Database } from '@intikhab/kernel/database'
import type { EvidenceStore } from '@intikhab/kernel/files'
import { evidenceTypeOf } from '@intikhab/kernel/files/evidence-type'
import type { Ledger, LedgerActor } from '@intikhab/kernel/ledger'
import { accept, refuse, type Outcome } from '@intikhab/kernel/refusal'
import { karachiDate, type RulePack } from '@intikhab/law'
import type { Kysely } from 'kysely'
import {
  isOpen,
  type Claim,
  type ClaimEvent,
  type ClaimEvidence,
  type ClaimSource,
  type PastEvent,
} from '../../core/claims/claim.ts'
import { findLatinName, type Claimant, type ClaimContent } from '../../core/claims/claim-content.ts'
import { dueOn, namedBlock, publicClockOf, type PublicClock } from '../../core/claims/clocks.ts'
import { docketPrefix, makeDocket, pinLetters, type Docket } from '../../core/claims/docket.ts'
import { formOf, type ClaimPeriod } from '../../core/claims/forms.ts'
import { mayHappen } from '../../core/claims/may-happen.ts'
import { rollsRefusals } from '../../core/refusals.ts'
import type { Rolls } from '../register/rolls.ts'
import { allOrNothing } from './all-or-nothing.ts'
import { actOfLodging, actOfEvent } from './claim-acts.ts'
import { listFreezes } from './claim-freezes.ts'
import { claimRecord, knownClaim, type ClaimRow, type KnownClaim } from './claim-row.ts'
import {
  addClaim,
  addEvent,
  findAtLine,
  findClaim,
  findDistrictOf,
  nextNumber,
  pastEvent,
  setStanding,
} from './claim-store.ts'

/** What claims stand on. */
export interface ClaimsParts {
  readonly database: Database
  readonly ledger: Pick<Ledger, 'append'>
  readonly rolls: Rolls
  /** Where papers are kept that come with claims. */
  readonly evidence: Pick<EvidenceStore, 'put' | 'get'>
  readonly now: () => Date
  /** Which law holds, and whether a preliminary roll is displayed now. */
  readonly law: () => Promise<{ readonly pack: RulePack; readonly period: ClaimPeriod }>
}

/** A claim as it is lodged; the district where no census block names it. */
export interface Lodging {
  readonly district: string
  readonly source: ClaimSource
  readonly claimant: Claimant | null
  readonly content: ClaimContent
  /** Papers, as they were sent. */
  readonly papers?: readonly Uint8Array[]
  readonly actor: LedgerActor
}

/** What whoever lodges takes home; it never tells whether anybody is enrolled. */
interface ClaimReceipt {
  readonly claim: Claim
  /** Said once; the register keeps its fingerprint alone. Null where nobody is to follow the claim. */
  readonly pin: string | null
  readonly clock: PublicClock
}

/** Papers of one claim at most. */
const mostPapers = 6

/** Somebody of the public, in the ledger. */
export const publicActor: LedgerActor = { kind: 'system', id: 'public' }

/** Claims and objections: lodging, following, and what officers do with them short of deciding. */
export interface Claims {
  /**
   * Refuses `unknown-district`, `unknown-area`, `claim-pending`, `evidence-type`, `too-much-evidence`, `files.too-large`,
   * and a correction to a name that is not in Urdu: `incomplete-claim`, since no officer could complete it.
   */
  lodge(lodging: Lodging, tx?: Kysely<unknown>): Promise<Outcome<ClaimReceipt>>
  /** Refuses `unknown-claim`, `claim-closed`, `evidence-type`, `too-much-evidence`. */
  addPaper(at: ClaimPlace, bytes: Uint8Array, actor: LedgerActor): Promise<Outcome<Claim>>
  /** What an officer does; refuses what `mayHappen` refuses. */
  step(at: ClaimPlace, event: ClaimEvent, actor: LedgerActor): Promise<Outcome<Claim>>
  /** Refuses `unknown-claim`. */
  get(at: ClaimPlace): Promise<Outcome<KnownClaim>>
  /** The claim of a receipt. Refuses `unknown-claim`, whatever is wrong. */
  withPin(docket: Docket, pin: string): Promise<Outcome<KnownClaim>>
  /** A paper of a claim. Refuses `no-such-paper`. */
  paper(claim: Claim, sha256: string): Promise<Outcome<{ readonly bytes: Buffer; readonly mediaType: string }>>
}

/** A claim in the district of whoever works on it. */
export interface ClaimPlace {
  readonly district: string
  readonly docket: Docket
}

export function createClaims(parts: ClaimsParts): Claims {
  const { database, rolls, evidence, now, law } = parts

  async function keep(papers: readonly Uint8Array[]): Promise<Outcome<readonly ClaimEvidence[]>> {
    if (papers.length > mostPapers) return refuse(rollsRefusals['too-much-evidence'], { detail: { most: mostPapers } })
    const kept: ClaimEvidence[] = []
    for (const bytes of papers) {
      const mediaType = evidenceTypeOf(bytes)
      if (mediaType === undefined) return refuse(rollsRefusals['evidence-type'], { field: '/papers' })
      const put = await evidence.put(bytes)
      if (!put.ok) return put
      kept.push({ ...put.value, mediaType })
    }
    return accept(kept)
  }

  /** The district that answers: that of the census block, where the form names one. */
  async function districtOf(tx: Kysely<unknown>, { district, content }: Lodging): Promise<Outcome<string>> {
    const block = namedBlock(content)
    const found = block === null ? undefined : await findDistrictOf(tx, block)
    if (block !== null && found === undefined) return refuse(rollsRefusals['unknown-area'], { field: '/block' })
    if (found !== undefined) return accept(found)
    const isKnown = (await rolls.store.districts()).some(({ code }) => code === district)
    return isKnown ? accept(district) : refuse(rollsRefusals['unknown-district'], { field: '/district' })
  }

  async function add(tx: Kysely<unknown>, lodging: Lodging, kept: readonly ClaimEvidence[]) {
    const district = await districtOf(tx, lodging)
    if (!district.ok) return district
    const { claimant, content, source, actor } = lodging
    const at = now()
    const { pack, period } = await law()
    const prefix = docketPrefix(district.value)
    const year = Number(karachiDate(at).slice(0, 4))
    const docket = makeDocket(prefix, year, await nextNumber(tx, prefix, year, 'claim'))
    const concerned = content.purpose === 'objection' ? await findAtLine(tx, content) : claimant?.cnic
    const pin = claimant === null ? null : drawPin()
    const salt = randomBytes(16)
    const row: ClaimRow = {
      docket,
      district: district.value,
      period,
      form: formOf(pack, period, content.purpose),
      purpose: content.purpose,
      source,
      lodged_at: at,
      due_on: dueOn(at, pack),
      claimant_cnic: claimant === null ? null : Number(claimant.cnic),
      concerned_cnic: concerned === undefined ? null : Number(concerned),
      claimant,
      content,
      pin_hash: pin === null ? null : hashPin(pin, salt),
      salt,
      state: 'lodged',
      hearing_at: null,
      closed_at: null,
    }
    if (!(await addClaim(tx, row))) return refuse(rollsRefusals['claim-pending'], { field: '/claimant/cnic' })
    const past = kept.map((paper) => pastEvent({ kind: 'evidence-added', evidence: paper }, at, actor.id))
    const { record, hash } = claimRecord(row, past)
    const [entryId] = await parts.ledger.append(tx, [
      { ...actOfLodging(row, actor), changes: [{ record, before: null, after: hash }] },
    ])
    for (const [number, one] of past.entries()) await addEvent(tx, docket, number + 1, one, entryId ?? null)
    return accept({ claim: knownClaim(row, past).claim, pin })
  }

  return {
    async lodge(lodging, tx) {
      const { content } = lodging
      const latin = content.purpose === 'correction' ? findLatinName(content.corrections) : undefined
      if (latin !== undefined) return refuse(rollsRefusals['incomplete-claim'], { field: `/${latin}` })
      const kept = await keep(lodging.papers ?? [])
      if (!kept.ok) return kept
      const added = await (tx === undefined
        ? allOrNothing(database, (within) => add(within, lodging, kept.value))
        : add(tx, lodging, kept.value))
      if (!added.ok) return added
      const { claim, pin } = added.value
      return accept({ claim, pin, clock: publicClockOf(claim, await listFreezes(rolls), now()) })
    },

    async addPaper(place, bytes, actor) {
      const kept = await keep([bytes])
      if (!kept.ok) return kept
      const [paper] = kept.value
      if (paper === undefined) return refuse(rollsRefusals['evidence-type'])
      return changeClaim(parts, place, async (_tx, { claim }) =>
        claim.evidence.length >= mostPapers
          ? refuse(rollsRefusals['too-much-evidence'], { detail: { most: mostPapers } })
          : accept({ event: { kind: 'evidence-added', evidence: paper }, actor }),
      )
    },

    step: (place, event, actor) =>
      changeClaim(parts, place, async (tx, { claim }) => {
        // An objection stands on the person's record from the day on which a hearing is set, and not before.
        const isFirst = event.kind === 'hearing-set' && claim.hearing === null && claim.content.purpose === 'objection'
        return accept({ event, actor, ...(isFirst ? { beside: () => noteObjection(parts, tx, claim, actor) } : {}) })
      }),

    async get({ district, docket }) {
      const known = await findClaim(database.tables(), docket)
      return known === undefined || known.row.district !== district
        ? refuse(rollsRefusals['unknown-claim'], { field: 'docket' })
        : accept(known)
    },

    async withPin(docket, pin) {
      const known = await findClaim(database.tables(), docket)
      const isRight = known?.row.pin_hash != null && timingSafeEqual(hashPin(pin, known.row.salt), known.row.pin_hash)
      return isRight ? accept(known) : refuse(rollsRefusals['unknown-claim'], { field: '/docket' })
    },

    async paper(claim, sha256) {
      const paper = claim.evidence.find((each) => each.sha256 === sha256)
      const bytes = paper === undefined ? undefined : await evidence.get(sha256)
      return paper === undefined || bytes === undefined
        ? refuse(rollsRefusals['no-such-paper'], { field: 'sha256' })
        : accept({ bytes, mediaType: paper.mediaType })
    },
  }
}

/** What is to happen to a claim, and by whom. */
interface Happening {
  readonly event: ClaimEvent
  readonly actor: LedgerActor
  /** What is done with it once it is known that it may happen. */
  beside?(): Promise<void>
}

/** Lets one event happen to a claim: the event, the row's standing and the ledger entry in one transaction. */
export function changeClaim(
  parts: Pick<ClaimsParts, 'database' | 'ledger' | 'now' | 'law'>,
  { district, docket }: ClaimPlace,
  plan: (tx: Kysely<unknown>, known: KnownClaim) => Promise<Outcome<Happening>>,
): Promise<Outcome<Claim>> {
  return allOrNothing(parts.database, async (tx) => {
    const known = await findClaim(tx, docket, { lock: true })
    if (known === undefined || known.row.district !== district)
      return refuse(rollsRefusals['unknown-claim'], { field: 'docket' })
    const { pack } = await parts.law()
    const planned = await plan(tx, known)
    if (!planned.ok) return planned
    const { event, actor, beside } = planned.value
    const at = parts.now()
    const may = mayHappen(known.claim, event, at, pack.values)
    if (!may.ok) return may
    await beside?.()
    return accept(await enter(parts, tx, known, pastEvent(event, at, actor.id), actor))
  })
}

async function enter(
  parts: Pick<ClaimsParts, 'ledger'>,
  tx: Kysely<unknown>,
  { row, past }: KnownClaim,
  happened: PastEvent,
  actor: LedgerActor,
): Promise<Claim> {
  const all = [...past, happened]
  const { claim } = knownClaim(row, all)
  const standing = {
    ...row,
    state: claim.state,
    hearing_at: claim.hearing === null ? null : new Date(claim.hearing.at),
    // An appeal that is noted afterwards leaves it where it was.
    closed_at: isOpen(claim) ? null : (row.closed_at ?? happened.at),
  }
  const [before, now] = [claimRecord(row, past), claimRecord(standing, all)]
  const [entryId] = await parts.ledger.append(tx, [
    {
      ...actOfEvent(row, happened, actor),
      changes: [{ record: now.record, before: before.hash, after: now.hash }],
    },
  ])
  await addEvent(tx, row.docket, all.length, happened, entryId ?? null)
  await setStanding(tx, standing)
  return claim
}

async function noteObjection({ rolls }: ClaimsParts, tx: Kysely<unknown>, claim: Claim, actor: LedgerActor) {
  const voter = claim.concerned === null ? undefined : await rolls.store.findVoter(claim.concerned)
  if (voter?.entry == null) return
  await rolls.change(voter.cnic, { kind: 'objected' }, { actor, cause: `claim:${claim.docket}`, form: claim.form }, tx)
}

function drawPin(): string {
  return Array.from({ length: 8 }, () => pinLetters[randomInt(pinLetters.length)]).join('')
}

function hashPin(pin: string, salt: Uint8Array): Buffer {
  return createHash('sha256').update(salt).update(pin).digest()
}
