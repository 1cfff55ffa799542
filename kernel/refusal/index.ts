/**
 * Refusals: what a person or a device can cause is a value, never an exception.
 * `core/` returns an `Outcome`; routes turn a refusal into an RFC 9457 problem document.
 */

/** One entry of a system's refusal list (`core/refusals.ts`). */
export interface RefusalKind {
  /** Stable for ever, e.g. `results.station-of-another-seat`. */
  readonly code: string
  /** HTTP status used when the refusal leaves over HTTP; 202 for what is kept and answered so, to be decided on. */
  readonly status: 202 | 400 | 401 | 403 | 404 | 409 | 410 | 413 | 415 | 422 | 429 | 503
  readonly en: string
  readonly ur: string
  /** Section of law, where there is one, e.g. `Elections Act 2017, s.95(5)`. */
  readonly section?: string
}

/** A refusal as it happened: which rule, at which field, with which figures. */
export interface Refusal {
  readonly kind: RefusalKind
  /** JSON pointer or column name of the field at fault. */
  readonly field?: string
  /** Figures that explain it, e.g. `{ polled: 1201, registered: 1200 }`. Never personal data. */
  readonly detail?: Readonly<Record<string, string | number | boolean>>
}

export type Outcome<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: Refusal }

/** Wraps a value as a success. */
export function accept<T>(value: T): Outcome<T> {
  return { ok: true, value }
}

/** Refuses, naming the rule and, where there is one, the field at fault. */
export function refuse(kind: RefusalKind, at: Omit<Refusal, 'kind'> = {}): Outcome<never> {
  return { ok: false, refusal: { kind, ...at } }
}

/** Makes a system's refusal list: keys become the last part of the code, `system.key`. */
export function refusals<K extends string>(
  system: string,
  list: Readonly<Record<K, Omit<RefusalKind, 'code'>>>,
): Readonly<Record<K, RefusalKind>> {
  const made = {} as Record<K, RefusalKind>
  for (const key of Object.keys(list) as K[]) made[key] = { code: `${system}.${key}`, ...list[key] }
  return made
}
