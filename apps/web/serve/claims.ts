import type { Language } from '@intikhab/kernel/language'
import { languages } from '@intikhab/kernel/language'
import type { ClaimPurpose, PublicClaims, TypedForm } from '@intikhab/rolls'
import type { ClaimAnswer } from '@intikhab/rolls/web'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'

/** What the public's claims stand on. */
export interface ClaimDoors {
  readonly claims: PublicClaims
  /** Makes the page of an answer. */
  render(language: Language, path: string, answer: ClaimAnswer): Promise<string>
  readonly headers: Readonly<Record<string, string>>
}

/** A few photographs of a telephone, and the form around them. */
const longestForm = 20 * 1024 * 1024
const purposes: readonly ClaimPurpose[] = ['registration', 'correction', 'objection']

/** A form as it was sent, its texts and its files; empty where the body is none. */
async function readForm(request: FastifyRequest): Promise<{ typed: TypedForm; papers: Uint8Array[] }> {
  const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0)
  const type = request.headers['content-type'] ?? ''
  const typed: Record<string, string> = {}
  const papers: Uint8Array[] = []
  const form = await new Response(new Uint8Array(body), { headers: { 'content-type': type } })
    .formData()
    .catch(() => null)
  for (const [name, value] of form ?? []) {
    // An empty file input sends an empty file. The character NUL is in no text of ours.
    if (typeof value === 'string') typed[name] = value.replaceAll('\0', '').slice(0, 4000)
    else if (value.size > 0) papers.push(new Uint8Array(await value.arrayBuffer()))
  }
  return { typed, papers }
}

/**
 * Claims of the public as plain forms, without a script: lodging, following, taking a paper. Pages of other sites may
 * not send them in a visitor's name; nobody is signed in here, so nothing could be gained by it, and nothing is taken.
 */
export function registerClaims(app: FastifyInstance, { claims, render, headers }: ClaimDoors): void {
  void app.register((scope, _options, done) => {
    scope.removeContentTypeParser('*')
    for (const type of ['multipart/form-data', 'application/x-www-form-urlencoded'])
      scope.addContentTypeParser(
        type,
        { parseAs: 'buffer', bodyLimit: type === 'multipart/form-data' ? longestForm : 10_000 },
        (_request, body, next) => next(null, body),
      )
    for (const language of languages) {
      const send = async (reply: FastifyReply, path: string, status: number, answer: ClaimAnswer) =>
        reply
          .code(status)
          .headers(headers)
          .header('cache-control', 'no-store')
          .send(await render(language, path, answer))
      const unknown = (
        reply: FastifyReply,
        docket: string,
        refusal: Extract<ClaimAnswer, { kind: 'unknown' }>['refusal'],
      ) => send(reply, '/claims', refusal.kind.status, { kind: 'unknown', docket: docket.slice(0, 30), refusal })

      for (const purpose of purposes)
        scope.post(`/${language}/claims/${purpose}`, { bodyLimit: longestForm }, async (request, reply) => {
          const { typed, papers } = await readForm(request)
          const lodged = await claims.lodge({ purpose, typed, papers, ip: request.ip })
          const path = `/claims/${purpose}`
          if (lodged.ok) return send(reply, path, 201, { kind: 'lodged', lodged: lodged.value })
          const { fault } = lodged
          const status = fault.kind === 'fields' ? 422 : fault.refusal.kind.status
          return send(reply, path, status, { kind: 'form', purpose, typed, fault })
        })

      const asked = async (request: FastifyRequest) => {
        const { typed } = await readForm(request)
        const { docket = '', pin = '', reason = '' } = typed as Readonly<Record<string, string>>
        return { docket, pin, reason, ip: request.ip }
      }
      scope.post(`/${language}/claims/mine`, async (request, reply) => {
        const asking = await asked(request)
        const found = await claims.follow(asking)
        if (!found.ok) return unknown(reply, asking.docket, found.refusal)
        return send(reply, '/claims', 200, { kind: 'followed', claim: found.value, pin: asking.pin })
      })
      scope.post(`/${language}/claims/mine/withdraw`, async (request, reply) => {
        const asking = await asked(request)
        const ended = await claims.withdraw(asking)
        if (!ended.ok) return unknown(reply, asking.docket, ended.refusal)
        return send(reply, '/claims', 200, { kind: 'followed', claim: ended.value, pin: asking.pin })
      })
      for (const kind of ['receipt', 'order'] as const)
        scope.post(`/${language}/claims/mine/${kind}`, async (request, reply) => {
          const asking = await asked(request)
          const paper = await claims.paper({ ...asking, kind, language })
          if (!paper.ok) return unknown(reply, asking.docket, paper.refusal)
          return reply
            .headers({
              'content-type': 'application/pdf',
              'content-disposition': `inline; filename="${kind}.pdf"`,
              'cache-control': 'no-store',
            })
            .send(paper.value)
        })
    }
    done()
  })
}
