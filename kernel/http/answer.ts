import type { Outcome } from '@intikhab/kernel/refusal'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { KeptAnswer } from './idempotency.ts'
import { problemOf, type Problem } from './problem.ts'
import type { Raw, Route } from './route.ts'

/** An outcome as the words that leave: status, media type and text. Without text where there is no value. */
export function wordsOf(route: Route, outcome: Outcome<unknown>): KeptAnswer {
  if (!outcome.ok) return problemWords(problemOf(outcome.refusal))
  const status = route.statusOf(outcome.value)
  if (outcome.value === undefined) return { status, contentType: '', body: '' }
  return { status, contentType: 'application/json; charset=utf-8', body: JSON.stringify(outcome.value) }
}

function problemWords(problem: Problem): KeptAnswer {
  return {
    status: problem.status,
    contentType: 'application/problem+json; charset=utf-8',
    body: JSON.stringify(problem),
  }
}

/** Sends words. Answers to the public may be kept if they are asked about each time; staff's never. */
export function sendWords(reply: FastifyReply, words: KeptAnswer, cache: 'no-cache' | 'no-store'): FastifyReply {
  reply.code(words.status).header('cache-control', cache)
  return words.contentType === '' ? reply.send() : reply.header('content-type', words.contentType).send(words.body)
}

/** Sends a refusal; one that passes with time says when to come back (`retryAfterSeconds` among its figures). */
export function sendProblem(reply: FastifyReply, problem: Problem): FastifyReply {
  const seconds = problem.figures?.['retryAfterSeconds'] ?? (problem.status === 503 ? 2 : undefined)
  if (seconds !== undefined) reply.header('retry-after', String(seconds))
  return sendWords(reply, problemWords(problem), 'no-store')
}

/** Sends bytes, or 304 to a reader who already holds them (RFC 9110 §13.1.2). */
export function sendRaw(answer: Raw, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  reply.headers(answer.headers)
  if (answer.etag !== undefined) {
    const etag = `"${answer.etag}"`
    reply.header('etag', etag)
    const held = request.headers['if-none-match']
    if (answer.status === 200 && held !== undefined && holds(held, etag)) return reply.code(304).send()
  }
  return reply.code(answer.status).send(answer.body ?? undefined)
}

function holds(held: string, etag: string): boolean {
  return held === etag || held === '*' || held.split(',').some((one) => one.trim().replace(/^W\//, '') === etag)
}
