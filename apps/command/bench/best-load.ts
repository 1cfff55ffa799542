import type { Measure } from './figure.ts'
import { putLoad, type Load, type LoadJob, type LoadTool } from './http-load.ts'
import { processorSeconds } from './processor-time.ts'

/** The loads of one tool, one after the other. */
export interface Loads {
  readonly tool: LoadTool
  readonly loads: readonly MeasuredLoad[]
}

/** A load with what it cost: microseconds of the server's processor time for each answer. */
export interface MeasuredLoad extends Load {
  readonly cost: number
}

const tools: readonly LoadTool[] = ['wrk', 'autocannon']

/** Seconds for which a page or a look-up is asked before anything is measured: until its code is compiled. */
const warmUp = 3

/**
 * Warms the server up, then puts each tool's load on it, `times` over. `pid` is the server's process, whose processor
 * time is measured along.
 */
export async function loadInTurns(job: LoadJob, pid: number, times: number): Promise<Loads[]> {
  await putLoad('autocannon', { ...job, seconds: warmUp })
  const all: Loads[] = []
  for (const tool of tools) {
    const loads: MeasuredLoad[] = []
    for (let turn = 0; turn < times; turn++) {
      const before = processorSeconds(pid)
      const load = await putLoad(tool, job)
      if (load === undefined) continue
      const cost = (processorSeconds(pid) - before) / load.requests
      loads.push({ ...load, cost: cost * 1e6 })
    }
    if (loads.length > 0) all.push({ tool, loads })
  }
  return all
}

/** The load with the most answers. What else runs on the machine can only take away from it. */
export function bestOf(loads: readonly MeasuredLoad[]): MeasuredLoad {
  const [first, ...others] = loads
  if (first === undefined) throw new RangeError('nothing was measured')
  return others.reduce((best, load) => (load.perSecond > best.perSecond ? load : best), first)
}

/** The measures of the best load of all, held against what is asked. */
export function loadMeasures(all: readonly Loads[], asked: { atLeast: number; p99AtMost: number }): Measure[] {
  const { perSecond, p50, p99, failed, cost } = bestOf(all.flatMap(({ loads }) => loads))
  return [
    { of: '', value: perSecond, unit: '/s', atLeast: asked.atLeast },
    { of: 'p50', value: p50, unit: 'ms' },
    { of: 'p99', value: p99, unit: 'ms', atMost: asked.p99AtMost },
    { of: 'cost', value: cost, unit: 'µs' },
    { of: 'failed', value: failed, unit: '', atMost: 0 },
  ]
}

/** Every turn of every tool: `wrk 9,100 · 8,900/s, p99 11 · 12 ms, 95 · 96 µs`. */
export function sayLoads(all: readonly Loads[]): string {
  const list = (loads: readonly MeasuredLoad[], of: (load: MeasuredLoad) => number) =>
    loads.map((load) => Math.round(of(load)).toLocaleString('en')).join(' · ')
  const said = all.map(({ tool, loads }) => {
    const [rates, late, costs] = [
      list(loads, (l) => l.perSecond),
      list(loads, (l) => l.p99),
      list(loads, (l) => l.cost),
    ]
    return `${tool} ${rates}/s, p99 ${late} ms, ${costs} µs of the server's processor time each`
  })
  return said.join('; ')
}
