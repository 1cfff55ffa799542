import { deviceHeaders } from '../identity/devices/web/device-key.ts'
import type { ImportReport, ProblemReport } from '../tables/findings.ts'

/** A problem document as it arrives (RFC 9457), with the report of a refused file where there is one. */
export interface ArrivedProblem {
  readonly title: string
  readonly titleUr: string
  readonly status: number
  readonly code: string
  readonly detail?: string
  readonly field?: string
  readonly section?: string
  readonly instance?: string
  readonly report?: ProblemReport | null
}

/** A refusal, thrown so that queries and acts end in their failed state. */
export class Refused extends Error {
  readonly problem: ArrivedProblem

  constructor(problem: ArrivedProblem) {
    super(problem.title)
    this.problem = problem
  }
}

const unreachable: ArrivedProblem = {
  title: 'The server cannot be reached. What you entered is still here; try again.',
  titleUr: 'سرور سے رابطہ نہیں ہو سکا۔ آپ کا اندراج محفوظ ہے؛ دوبارہ کوشش کریں۔',
  status: 0,
  code: 'console.unreachable',
}

function notOurs(status: number): ArrivedProblem {
  return {
    title: 'The server gave an answer that this console does not understand.',
    titleUr: 'سرور کا جواب اس کنسول کی سمجھ میں نہیں آیا۔',
    status,
    code: 'console.not-understood',
  }
}

function valueOf(status: number, text: string): unknown {
  let value: unknown
  try {
    value = text === '' ? undefined : JSON.parse(text)
  } catch {
    throw new Refused(notOurs(status))
  }
  if (status >= 200 && status < 300) return value
  const problem = value as Partial<ArrivedProblem> | undefined
  throw new Refused(typeof problem?.titleUr === 'string' ? (problem as ArrivedProblem) : notOurs(status))
}

/** Asks the person to show the second factor again; true once that is done, false where they gave up. */
export type StepUp = () => Promise<boolean>

let stepUp: StepUp = () => Promise.resolve(false)

/** Says who asks for the second factor when an act wants it fresh: the console's dialog. */
export function onFreshFactorWanted(ask: StepUp): void {
  stepUp = ask
}

/** Does `act`; where it wants a fresh second factor, once more after that was shown, with the same body and key. */
async function steppingUp<T>(act: () => Promise<T>): Promise<T> {
  try {
    return await act()
  } catch (error) {
    if (!(error instanceof Refused) || error.problem.code !== 'http.fresh-factor-required') throw error
    if (!(await stepUp())) throw error
    return act()
  }
}

async function ask<T>(path: string, init: RequestInit): Promise<T> {
  let answer: Response
  try {
    answer = await fetch(path, { ...init, credentials: 'same-origin' })
  } catch {
    throw new Refused(unreachable)
  }
  return valueOf(answer.status, await answer.text()) as T
}

/** Reads `path`. Throws `Refused`. */
export function getJson<T>(path: string): Promise<T> {
  return ask<T>(path, { headers: { accept: 'application/json' } })
}

/** Where sessions begin: there an enrolled device proves itself, without anybody having to think of it. */
const sessionsBegin =
  /^\/api\/identity\/(?:sign-in(?:\/recovery|\/passkey)?|directory\/second-factor|invitations\/acceptance)$/

/** Does an act. The key makes a repeated click, or a repeated try after a lost answer, one act. Throws `Refused`. */
export async function postJson<T>(path: string, body?: unknown, idempotencyKey?: string): Promise<T> {
  const proof = sessionsBegin.test(path) ? await deviceHeaders() : {}
  const init = {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...proof,
      ...(idempotencyKey === undefined ? {} : { 'idempotency-key': idempotencyKey }),
    },
    body: JSON.stringify(body ?? {}),
  }
  return steppingUp(() => ask<T>(path, init))
}

/** What an importer answers; a feed of voters tells only how many. */
export interface Imported {
  readonly report?: ImportReport
  readonly imported?: number
}

type Upload = { readonly bytes: Blob; readonly mediaType: string } | FormData

/** Sends files and tells how much of them has left, from 0 to 1. Throws `Refused`. */
export function upload<T = Imported>(path: string, body: Upload, onProgress: (share: number) => void): Promise<T> {
  return steppingUp(() => send<T>(path, body, onProgress))
}

function send<T>(path: string, body: Upload, onProgress: (share: number) => void): Promise<T> {
  // fetch cannot tell how far an upload is.
  const request = new XMLHttpRequest()
  request.open('POST', path)
  request.upload.addEventListener('progress', ({ loaded, total }) => onProgress(total === 0 ? 1 : loaded / total))
  return new Promise((resolve, reject) => {
    request.addEventListener('error', () => reject(new Refused(unreachable)))
    request.addEventListener('load', () => {
      try {
        resolve(valueOf(request.status, request.responseText) as T)
      } catch (error) {
        reject(error instanceof Error ? error : new Refused(notOurs(request.status)))
      }
    })
    if (body instanceof FormData) request.send(body)
    else {
      request.setRequestHeader('content-type', body.mediaType)
      request.send(body.bytes)
    }
  })
}
