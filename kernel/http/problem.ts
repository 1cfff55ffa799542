import { randomUUID } from 'node:crypto'
import { say, type Language, type MessageValue } from '@intikhab/kernel/language'
import type { Refusal, RefusalKind } from '@intikhab/kernel/refusal'

/** A refusal as it leaves over HTTP: RFC 9457, media type `application/problem+json`. */
export interface Problem {
  /** Address of the refusal's entry in the public list. */
  readonly type: string
  readonly title: string
  readonly titleUr: string
  readonly status: number
  readonly code: string
  /** What was wrong this time, where the title does not say it. */
  readonly detail?: string
  /** JSON pointer or column name of the field at fault. */
  readonly field?: string
  readonly figures?: Readonly<Record<string, string | number | boolean>>
  /** Section of law behind the refusal. */
  readonly section?: string
  /** Names this one failure in the server's log. */
  readonly instance?: string
}

/** A refusal's sentence with its figures filled in; figures it lacks must not turn a refusal into a failure. */
function sentence(language: Language, kind: RefusalKind, values: Readonly<Record<string, MessageValue>>): string {
  try {
    return say(language, kind, values)
  } catch {
    return kind[language]
  }
}

/** The problem document of a refusal. Its sentences are filled with the refusal's figures where they name them. */
export function problemOf(refusal: Refusal): Problem {
  const { kind, field, detail } = refusal
  const { reason, ...figures } = detail ?? {}
  return {
    type: `/refusals#${kind.code}`,
    title: sentence('en', kind, detail ?? {}),
    titleUr: sentence('ur', kind, detail ?? {}),
    status: kind.status,
    code: kind.code,
    ...(typeof reason === 'string' ? { detail: reason } : {}),
    ...(field === undefined ? {} : { field }),
    ...(Object.keys(figures).length === 0 ? {} : { figures }),
    ...(kind.section === undefined ? {} : { section: kind.section }),
  }
}

/** The answer to a bug: says nothing of its inside, only the name under which the log holds it. */
export function bugProblem(): Problem & { readonly instance: string } {
  return {
    type: '/refusals#http.bug',
    title: 'The server made a mistake. It has been logged.',
    titleUr: 'سرور سے غلطی ہوئی۔ اسے درج کر لیا گیا ہے۔',
    status: 500,
    code: 'http.bug',
    instance: `urn:uuid:${randomUUID()}`,
  }
}
