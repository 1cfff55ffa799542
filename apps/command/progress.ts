import { Presets, SingleBar } from 'cli-progress'

/** Tells a person how far long work is; on a terminal a bar, elsewhere one line when it ends. */
export interface Progress {
  /** `done` of `total` in the unit of the work. */
  report(done: number, total: number): void
  end(): void
}

/** A progress bar named `label` on standard error, so that standard output stays clean for machines. */
export function progressBar(label: string, stream: NodeJS.WriteStream = process.stderr): Progress {
  const startedAt = performance.now()
  const seconds = () => `${((performance.now() - startedAt) / 1000).toFixed(1)} s`
  if (!stream.isTTY) return { report: () => undefined, end: () => void stream.write(`${label}: ${seconds()}\n`) }
  const bar = new SingleBar(
    { format: `${label.padEnd(34)} {bar} {percentage}%`, stream, hideCursor: true, barsize: 28, clearOnComplete: true },
    Presets.shades_classic,
  )
  let started = false
  return {
    report(done, total) {
      if (!started) bar.start(total, 0)
      started = true
      bar.setTotal(Math.max(total, 1))
      bar.update(done)
    },
    end() {
      if (started) bar.stop()
      stream.write(`${label}: ${seconds()}\n`)
    },
  }
}
