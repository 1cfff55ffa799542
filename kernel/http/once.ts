import { refuse, type Outcome } from '@intikhab/kernel/refusal'
import { wordsOf } from './answer.ts'
import { readKey, requestHash, type IdempotencyClaim, type IdempotencyStore, type KeptAnswer } from './idempotency.ts'
import { httpRefusals } from './refusals.ts'
import { Raw, type Route, type RouteInput } from './route.ts'

/** The request as the key is tied to it. */
export interface KeyedRequest {
  readonly method: string
  readonly url: string
  readonly input: RouteInput<unknown, unknown, unknown>
}

/**
 * Carries an idempotent act out once per `Idempotency-Key`: the first answer is kept and given again word for word;
 * the same key with another request, or while the first still runs, is refused. Undefined when no key was sent.
 */
export async function answerOnce(
  store: IdempotencyStore,
  route: Route,
  request: KeyedRequest,
): Promise<Outcome<{ words: KeptAnswer; replayed: boolean }> | undefined> {
  const { key, wellFormed } = readKey(request.input.headers['idempotency-key'])
  if (!wellFormed) return refuse(httpRefusals['bad-idempotency-key'])
  if (key === undefined) return undefined
  const claim: IdempotencyClaim = {
    caller: request.input.caller.person?.accountId ?? 'public',
    key,
    requestHash: requestHash(request.method, request.url, request.input.body),
  }
  const claimed = await store.claim(claim)
  if (claimed.state === 'running') return refuse(httpRefusals['idempotency-running'])
  if (claimed.state === 'different') return refuse(httpRefusals['idempotency-mismatch'])
  if (claimed.state === 'done') return { ok: true, value: { words: claimed.answer, replayed: true } }
  let words: KeptAnswer
  try {
    const outcome = await route.answer(request.input)
    if (outcome instanceof Raw) throw new Error(`${route.definition.path} is idempotent and must answer with a value`)
    words = wordsOf(route, outcome)
  } catch (error) {
    await store.release(claim)
    throw error
  }
  // "Too often" and "not now" say nothing about the act: the same key may try again.
  if (words.status === 429 || words.status === 503) await store.release(claim)
  else await store.keep(claim, words)
  return { ok: true, value: { words, replayed: false } }
}
