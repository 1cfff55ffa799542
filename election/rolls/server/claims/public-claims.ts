import { networkOf, rateLimit } from '@intikhab/kernel/http'
import type { Language } from '@intikhab/kernel/language'
import { accept, refuse, type Outcome, type Refusal } from '@intikhab/kernel/refusal'
import { isOpen, type Claim, type ClaimOutcome } from '../../core/claims/claim.ts'
import { findLatinName, type ClaimPurpose } from '../../core/claims/claim-content.ts'
import { publicClockOf, type PublicClock } from '../../core/claims/clocks.ts'
import { parseDocket, parsePin } from '../../core/claims/docket.ts'
import { claimOfForm, fieldOfPath, type TypedForm, type WebField } from '../../core/claims/web-form.ts'
import { rollsRefusals } from '../../core/refusals.ts'
import { listFreezes } from './claim-freezes.ts'
import { order } from './claim-papers.ts'
import type { KnownClaim } from './claim-row.ts'
import { lodgeSchema } from './claim-schemas.ts'
import { partiesOf } from './decide.ts'
import { districtName } from './district-name.ts'
import { publicActor, type ClaimsParts } from './claims.ts'
import { paperDocument } from './paper.ts'
import { receiptOf, type ClaimRouteParts } from './routes-desk.ts'

/** What the public is told of a claim: nothing of the roll. */
export interface FollowedClaim extends Pick<Claim, 'docket' | 'form' | 'state' | 'hearing' | 'period'>, PublicClock {
  readonly isOpen: boolean
  readonly purpose: ClaimPurpose
  /** ISO 8601 in UTC. */
  readonly lodgedAt: string
  readonly outcome: ClaimOutcome | null
  readonly order: string | null
  /** Why it was withdrawn or lapsed, as it was said; null for any other, and where nothing was said. */
  readonly endReason: string | null
}

/** A claim that came in over the web, with what is told once. */
export interface LodgedOnWeb {
  readonly claim: FollowedClaim
  readonly pin: string
}

/** A form that cannot be taken: each field at fault, or the one refusal that concerns none. */
export type FormFault =
  | { readonly kind: 'fields'; readonly fields: readonly WebField[] }
  | { readonly kind: 'refused'; readonly refusal: Refusal }

/** Papers that whoever has docket and PIN may take. */
export type PublicPaper = 'receipt' | 'order'

interface Asking {
  readonly docket: string
  readonly pin: string
  readonly ip: string
}

/** Claims for everybody: lodged without an account, followed with docket and PIN. */
export interface PublicClaims {
  /** Takes in a form of the web. What it answers depends on the form alone, never on who stands in the roll. */
  lodge(asked: {
    readonly purpose: ClaimPurpose
    readonly typed: TypedForm
    readonly papers: readonly Uint8Array[]
    readonly ip: string
  }): Promise<{ readonly ok: true; readonly value: LodgedOnWeb } | { readonly ok: false; readonly fault: FormFault }>
  /** Refuses `unknown-claim` whatever is wrong, and `too-many-claims`. */
  follow(asked: Asking): Promise<Outcome<FollowedClaim>>
  paper(asked: Asking & { readonly kind: PublicPaper; readonly language: Language }): Promise<Outcome<Buffer>>
  /** Ends a claim for whoever lodged it. Refuses what `follow` refuses, and `claim-closed`. */
  withdraw(asked: Asking & { readonly reason: string }): Promise<Outcome<FollowedClaim>>
}

/** Many share one address behind a mobile network: generous to lodgers, close to whoever guesses PINs. */
const limits = {
  lodged: { most: 20, seconds: 3600 },
  perCnic: { most: 3, seconds: 86_400 },
  followed: { most: 60, seconds: 600 },
  perDocket: { most: 10, seconds: 3600 },
} as const
const remembered = 100_000

/** Characters of a reason that are kept. */
const longestReason = 2000

export function createPublicClaims(parts: ClaimsParts & Pick<ClaimRouteParts, 'claims' | 'site'>): PublicClaims {
  const { claims, rolls, now } = parts
  const [lodged, perCnic, followed, perDocket] = [
    rateLimit(limits.lodged, remembered),
    rateLimit(limits.perCnic, remembered),
    rateLimit(limits.followed, remembered),
    rateLimit(limits.perDocket, remembered),
  ]
  const wait = (limit: typeof lodged, key: string) => limit?.take(key, now().getTime()) ?? 0
  const tooMany = (retryAfterSeconds: number) =>
    refuse(rollsRefusals['too-many-claims'], { detail: { retryAfterSeconds } })

  async function find({ docket, pin, ip }: Asking): Promise<Outcome<KnownClaim>> {
    const seconds = wait(followed, networkOf(ip))
    if (seconds > 0) return tooMany(seconds)
    const [parsed, key] = [parseDocket(docket), parsePin(pin)]
    if (parsed === undefined || key === undefined) return refuse(rollsRefusals['unknown-claim'], { field: 'docket' })
    const guesses = wait(perDocket, parsed)
    return guesses > 0 ? tooMany(guesses) : claims.withPin(parsed, key)
  }

  const clockNow = async (claim: Claim) => publicClockOf(claim, await listFreezes(rolls), now())

  return {
    async lodge({ purpose, typed, papers, ip }) {
      const read = lodgeSchema(now).safeParse(claimOfForm(purpose, typed))
      if (!read.success) {
        const fields = read.error.issues.map(({ path }) => fieldOfPath(path.join('/')))
        return { ok: false, fault: { kind: 'fields', fields: [...new Set(fields)] } }
      }
      const { claimant, content } = read.data
      // Before anything is counted: whoever has no Urdu keyboard is not to be told to wait as well.
      const latin = content.purpose === 'correction' ? findLatinName(content.corrections) : undefined
      if (latin !== undefined) return { ok: false, fault: { kind: 'fields', fields: [latin] } }
      const seconds = wait(lodged, networkOf(ip)) || wait(perCnic, claimant.cnic)
      const done =
        seconds > 0
          ? tooMany(seconds)
          : await claims.lodge({
              claimant,
              content,
              papers,
              district: (typed.district ?? '').trim(),
              source: 'web',
              actor: publicActor,
            })
      if (!done.ok) return { ok: false, fault: faultOf(done.refusal) }
      const { claim, pin, clock } = done.value
      return { ok: true, value: { claim: followedClaim(claim, null, clock), pin: pin ?? '' } }
    },

    async follow(asking) {
      const known = await find(asking)
      if (!known.ok) return known
      const { claim, past } = known.value
      return accept(followedClaim(claim, endReason(past), await clockNow(claim)))
    },

    async withdraw({ reason, ...asking }) {
      const known = await find(asking)
      if (!known.ok) return known
      const { docket, district } = known.value.claim
      const event = { kind: 'withdrawn', reason: reason.trim().normalize('NFC').slice(0, longestReason) } as const
      const done = await claims.step({ docket, district }, event, publicActor)
      return done.ok ? accept(followedClaim(done.value, event.reason, await clockNow(done.value))) : done
    },

    async paper({ kind, language, ...asking }) {
      const known = await find(asking)
      if (!known.ok) return known
      const paper =
        kind === 'receipt'
          ? await receiptOf(parts, known.value.claim, asking.pin, language)
          : await publicOrder(parts, known.value, language)
      return paper === undefined
        ? refuse(rollsRefusals['no-such-paper'], { field: 'paper' })
        : accept(await paperDocument(paper, now()))
    },
  }
}

async function publicOrder(parts: ClaimsParts, { claim, past }: KnownClaim, language: Language) {
  const decidedAt = past.find(({ event }) => event.kind === 'decided')?.at
  if (decidedAt === undefined) return undefined
  const { pack } = await parts.law()
  const { concerned } = await partiesOf(parts, claim)
  const isAboutAnother = claim.content.purpose === 'objection' && concerned !== undefined
  return order(
    claim,
    {
      districtName: await districtName(parts.rolls, claim.district),
      concerned: isAboutAnother ? { nameUr: concerned.nameUr, nameEn: concerned.nameEn, addressUr: '' } : null,
    },
    decidedAt,
    pack,
    language,
  )
}

/** Why a claim ended without an order. */
function endReason(past: KnownClaim['past']): string | null {
  const last = past.at(-1)?.event
  return last?.kind === 'withdrawn' || last?.kind === 'lapsed' ? last.reason : null
}

function followedClaim(claim: Claim, reason: string | null, clock: PublicClock): FollowedClaim {
  const { docket, form, state, hearing, period, lodgedAt, content, decision } = claim
  return {
    docket,
    form,
    state,
    isOpen: isOpen(claim),
    ...clock,
    hearing: state === 'hearing-set' ? hearing : null,
    period,
    lodgedAt: lodgedAt.toISOString(),
    purpose: content.purpose,
    outcome: decision?.outcome ?? null,
    order: decision?.order ?? null,
    endReason: reason === '' ? null : reason,
  }
}

function faultOf(refusal: Refusal): FormFault {
  const byField: Readonly<Record<string, WebField>> = {
    [rollsRefusals['unknown-area'].code]: 'block',
    [rollsRefusals['unknown-district'].code]: 'district',
  }
  const field = byField[refusal.kind.code]
  return field === undefined ? { kind: 'refused', refusal } : { kind: 'fields', fields: [field] }
}
