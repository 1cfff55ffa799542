import { Latencies } from '../figures/latencies.ts'
import type { Answer } from './intake-line.ts'

/** What sending came to, in a form that passes between threads. */
export interface TallyFigures {
  /** Times that something was sent, whatever became of it. */
  readonly sent: number
  readonly accepted: number
  readonly duplicates: number
  /** Times that nothing came back; connections cut on purpose aside. */
  readonly unanswered: number
  /** Right forms for which no receipt came in the end. */
  readonly withoutReceipt: number
  readonly refusedByCode: Readonly<Record<string, number>>
  /** Milliseconds to each answer. */
  readonly latencies: Float64Array
}

/** Adds up what comes back while stations send. */
export class Tally {
  sent = 0
  accepted = 0
  duplicates = 0
  unanswered = 0
  withoutReceipt = 0
  readonly refusedByCode = new Map<string, number>()
  readonly latencies = new Latencies()
  #answeredAt = performance.now()

  /** Milliseconds since anything came back. */
  silence(): number {
    return performance.now() - this.#answeredAt
  }

  answered(answer: Answer, milliseconds: number): void {
    if (answer.got === 'nothing') {
      this.unanswered++
      return
    }
    this.#answeredAt = performance.now()
    this.latencies.add(milliseconds)
    if (answer.got === 'refusal') this.#refused(answer.code, 1)
    else if (answer.status === 'accepted') this.accepted++
    else this.duplicates++
  }

  add(figures: TallyFigures): void {
    this.sent += figures.sent
    this.accepted += figures.accepted
    this.duplicates += figures.duplicates
    this.unanswered += figures.unanswered
    this.withoutReceipt += figures.withoutReceipt
    for (const [code, times] of Object.entries(figures.refusedByCode)) this.#refused(code, times)
    this.latencies.addAll(figures.latencies)
  }

  figures(): TallyFigures {
    const { sent, accepted, duplicates, unanswered, withoutReceipt } = this
    const refusedByCode = Object.fromEntries(this.refusedByCode)
    return {
      sent,
      accepted,
      duplicates,
      unanswered,
      withoutReceipt,
      refusedByCode,
      latencies: this.latencies.toArray(),
    }
  }

  #refused(code: string, times: number): void {
    this.refusedByCode.set(code, (this.refusedByCode.get(code) ?? 0) + times)
  }
}
