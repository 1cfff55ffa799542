import { problemOf, raw, route, type Raw, type Route } from '@intikhab/kernel/http'
import type { Outcome } from '@intikhab/kernel/refusal'
import { z } from 'zod'
import { enquiryStates, type EnquiryAnswer } from '../core/answer.ts'
import { sentencesOf } from '../core/words.ts'
import type { Enquiry } from './enquiry.ts'

/** An answer as it leaves over HTTP: with what it says, in both languages or the one asked for. */
export interface SpokenAnswer extends EnquiryAnswer {
  readonly sentences: { readonly en?: readonly string[]; readonly ur?: readonly string[] }
}

const named = { nameEn: z.string(), nameUr: z.string() }
const answerShape: z.ZodType<SpokenAnswer> = z.object({
  state: z.enum(enquiryStates),
  cnic: z.string(),
  rollId: z.string(),
  registration: z
    .object({
      block: z.string(),
      areaEn: z.string(),
      areaUr: z.string(),
      list: z.enum(['male', 'female', 'other']),
      serial: z.int(),
      household: z.int(),
    })
    .nullable(),
  seats: z.array(
    z.object({
      code: z.string(),
      ...named,
      station: z
        .object({
          id: z.string(),
          number: z.int(),
          ...named,
          kind: z.enum(['male', 'female', 'combined']),
          longitude: z.number().nullable(),
          latitude: z.number().nullable(),
        })
        .nullable(),
    }),
  ),
  district: z.object({ ...named, officePhone: z.string() }).nullable(),
  frozenUnder: z.string().nullable(),
  helpline: z.string(),
  edition: z.object({ number: z.int(), madeAt: z.string() }),
  sentences: z.object({ en: z.array(z.string()).exactOptional(), ur: z.array(z.string()).exactOptional() }),
})

/** Answers must stay in no cache on the way; a refusal for haste says how long to wait (RFC 9110 §10.2.3). */
function leave(outcome: Outcome<SpokenAnswer>): Raw {
  if (outcome.ok)
    return raw({
      headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' },
      body: JSON.stringify(outcome.value),
    })
  const problem = problemOf(outcome.refusal)
  const wait = outcome.refusal.detail?.['retryAfterSeconds']
  return raw({
    status: problem.status,
    headers: {
      'content-type': 'application/problem+json; charset=utf-8',
      'cache-control': 'no-store',
      ...(wait === undefined ? {} : { 'retry-after': String(wait) }),
    },
    body: JSON.stringify(problem),
  })
}

/** The enquiry over HTTP. A POST: a CNIC in an address would end up in histories and logs. */
export function enquiryRoutes(enquiry: Enquiry): Route[] {
  return [
    route({
      method: 'POST',
      path: '/api/enquiry',
      act: 'public',
      tag: 'enquiry',
      summary:
        'Where do I vote? Block, serial, household, polling station and seats for a CNIC; never a name or an address.',
      bodyLimit: 1024,
      body: z.object({ cnic: z.string().max(200), language: z.enum(['en', 'ur']).optional() }),
      response: answerShape,
      async handler({ body, caller }) {
        const answer = await enquiry.ask({ cnic: body.cnic, ip: caller.ip })
        if (!answer.ok) return leave(answer)
        const { language } = body
        const sentences =
          language === undefined
            ? { en: sentencesOf('en', answer.value), ur: sentencesOf('ur', answer.value) }
            : { [language]: sentencesOf(language, answer.value) }
        return leave({ ok: true, value: { ...answer.value, sentences } })
      },
    }),
  ]
}
