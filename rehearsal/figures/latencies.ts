/** Times to acknowledgement of a whole rehearsal, every one kept: 350,000 of them are 3 MB and need no approximation. */
export class Latencies {
  #samples = new Float64Array(1024)
  #size = 0

  get size(): number {
    return this.#size
  }

  /** One time, in milliseconds. */
  add(milliseconds: number): void {
    this.#reserve(this.#size + 1)
    this.#samples[this.#size++] = milliseconds
  }

  addAll(milliseconds: Float64Array): void {
    this.#reserve(this.#size + milliseconds.length)
    this.#samples.set(milliseconds, this.#size)
    this.#size += milliseconds.length
  }

  /** A copy in the order of arrival, fit to be sent from a worker. */
  toArray(): Float64Array<ArrayBuffer> {
    return this.#samples.slice(0, this.#size)
  }

  /** The nearest-rank percentiles, in milliseconds; zeros where nothing was measured. */
  percentiles(): Percentiles {
    const sorted = this.toArray().sort()
    const at = (percent: number) => sorted[Math.max(0, Math.ceil((sorted.length * percent) / 100) - 1)] ?? 0
    return { p50: at(50), p95: at(95), p99: at(99) }
  }

  #reserve(size: number): void {
    if (size <= this.#samples.length) return
    const wider = new Float64Array(Math.max(size, this.#samples.length * 2))
    wider.set(this.#samples)
    this.#samples = wider
  }
}

/** In milliseconds. */
export interface Percentiles {
  readonly p50: number
  readonly p95: number
  readonly p99: number
}
