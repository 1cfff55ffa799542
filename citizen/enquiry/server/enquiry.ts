import { hash, randomBytes } from 'node:crypto'
import { networkOf, rateLimit, type Rate } from '@intikhab/kernel/http'
import { accept, refuse, type Outcome } from '@intikhab/kernel/refusal'
import { maskCnic, parseCnic, type LookUp } from '@intikhab/rolls'
import { composeAnswer, type EnquiryAnswer } from '../core/answer.ts'
import { networkMisses, type MissRate } from '../core/miss-limit.ts'
import { readCnic } from '../core/read-cnic.ts'
import { enquiryRefusals } from '../core/refusals.ts'

/** How often may be asked. Null: no limit. */
export interface EnquiryLimits {
  readonly perCaller: Rate | null
  readonly perCnic: Rate | null
  /** How a network is slowed down that asks for CNICs which nobody has: whoever walks through them misses nearly always. */
  readonly misses: MissRate | null
  /** Addresses that count their own callers: the SMS gateway, the helpline. They are held to `perCnic` only. */
  readonly trustedCallers: readonly string[]
  /** How many callers, and how many CNICs, are remembered at most. */
  readonly remembered: number
}

/**
 * 5 questions in 10 minutes from one connection; a CNIC 20 times a day; 5 misses for nothing, then waits that double from a
 * minute up to a day, and a miss forgotten in an hour.
 */
export const usualLimits: EnquiryLimits = {
  perCaller: { most: 5, seconds: 600 },
  perCnic: { most: 20, seconds: 86_400 },
  misses: { free: 5, firstWait: 60, longestWait: 86_400, forgottenIn: 3600 },
  trustedCallers: [],
  remembered: 200_000,
}

export interface EnquiryConfiguration {
  /** The newest look-up pack; undefined before the first (see `latestLookUp` of the rolls). */
  readonly lookUp: () => Promise<LookUp | undefined>
  readonly limits?: EnquiryLimits
  readonly now: () => Date
}

/** "Where do I vote?", answered from the published look-up pack alone: the register may be down. */
export interface Enquiry {
  /**
   * Answers for the CNIC as typed. Refuses what `readCnic` refuses, `too-many-requests` and `cnic-asked-too-often`
   * (detail: `retryAfterSeconds`), `no-roll-published`.
   */
  ask(question: { readonly cnic: string; readonly ip: string }): Promise<Outcome<EnquiryAnswer>>
}

/** Opens the enquiry. Callers and CNICs are remembered under keys made with a secret that ends with the process. */
export function createEnquiry({ lookUp, limits = usualLimits, now }: EnquiryConfiguration): Enquiry {
  const secret = randomBytes(32).toString('hex')
  const keyOf = (text: string) => hash('sha256', secret + text, 'base64')
  const trusted = new Set(limits.trustedCallers.map(networkOf))
  const callers = limits.perCaller === null ? undefined : rateLimit(limits.perCaller, limits.remembered)
  const cnics = limits.perCnic === null ? undefined : rateLimit(limits.perCnic, limits.remembered)

  const misses = limits.misses === null ? undefined : networkMisses(limits.misses, limits.remembered, keyOf)

  return {
    async ask({ cnic: typed, ip }) {
      const read = readCnic(typed)
      if (!read.ok) return read
      const cnic = parseCnic(read.value)
      if (cnic === undefined) return refuse(enquiryRefusals['cnic-impossible'], { field: '/cnic' })
      const at = now()
      const network = networkOf(ip)
      const isCounted = !trusted.has(network)
      // Whether a caller has to wait is decided before anything is looked up: a refusal tells nothing of the CNIC.
      const callerWaits = isCounted
        ? (misses?.waits(network, at.getTime()) ?? 0) || (callers?.take(keyOf(network), at.getTime()) ?? 0)
        : 0
      if (callerWaits > 0)
        return refuse(enquiryRefusals['too-many-requests'], { detail: { retryAfterSeconds: callerWaits } })
      const pack = await lookUp()
      if (pack === undefined) return refuse(enquiryRefusals['no-roll-published'])
      const cnicWaits = cnics?.take(keyOf(cnic), at.getTime()) ?? 0
      if (cnicWaits > 0)
        return refuse(enquiryRefusals['cnic-asked-too-often'], { detail: { retryAfterSeconds: cnicWaits } })
      const found = await pack.find(cnic)
      if (found === undefined && isCounted) misses?.missed(network, at.getTime())
      return accept(composeAnswer(maskCnic(cnic), found, pack, at))
    },
  }
}
