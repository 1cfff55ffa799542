import type { Measure } from './figure.ts'
import { putLoad, type Load, type LoadJob, type LoadTool } from './http-load.ts'

/** The loads of one tool, one after the other. */
export interface Loads {
  readonly tool: LoadTool
  readonly loads: readonly Load[]
}

const tools: readonly LoadTool[] = ['wrk', 'autocannon']

/** Warms the server up, then puts each tool's load on it, `times` over. */
export async function loadInTurns(job: LoadJob, times: number): Promise<Loads[]> {
  await putLoad('autocannon', { ...job, seconds: 3 })
  const all: Loads[] = []
  for (const tool of tools) {
    const loads: Load[] = []
    for (let turn = 0; turn < times; turn++) {
      const load = await putLoad(tool, job)
      if (load !== undefined) loads.push(load)
    }
    if (loads.length > 0) all.push({ tool, loads })
  }
  return all
}

/** The load with the most answers. What else runs on the machine can only take away from it. */
export function bestOf(loads: readonly Load[]): Load {
  const [first, ...others] = loads
  if (first === undefined) throw new RangeError('nothing was measured')
  return others.reduce((best, load) => (load.perSecond > best.perSecond ? load : best), first)
}

/** The measures of the best load of all, held against what is asked. */
export function loadMeasures(all: readonly Loads[], asked: { atLeast: number; p99AtMost: number }): Measure[] {
  const { perSecond, p50, p99, failed } = bestOf(all.flatMap(({ loads }) => loads))
  return [
    { of: '', value: perSecond, unit: '/s', atLeast: asked.atLeast },
    { of: 'p50', value: p50, unit: 'ms' },
    { of: 'p99', value: p99, unit: 'ms', atMost: asked.p99AtMost },
    { of: 'failed', value: failed, unit: '', atMost: 0 },
  ]
}

/** Every turn of every tool: `wrk 9,100 · 8,900/s, p99 11 · 12 ms`. */
export function sayLoads(all: readonly Loads[]): string {
  const list = (loads: readonly Load[], of: (load: Load) => number) =>
    loads.map((load) => Math.round(of(load)).toLocaleString('en')).join(' · ')
  return all
    .map(
      ({ tool, loads }) =>
        `${tool} ${list(loads, (each) => each.perSecond)}/s, p99 ${list(loads, (each) => each.p99)} ms`,
    )
    .join('; ')
}
