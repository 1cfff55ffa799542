import { electionId, type ChildServer, type Ready } from '@intikhab/rehearsal/stage'
import { bestOf, loadInTurns, loadMeasures, sayLoads, type Loads } from './best-load.ts'
import type { Figure } from './figure.ts'
import type { LoadJob } from './http-load.ts'
import type { Sent } from './send-all.ts'
import { loading, type BenchSettings } from './stage.ts'

/** A seat whose count is complete; the pages above and below it for comparison. */
const seatPage = `/en/results/${electionId}/seats/NA-1`
const otherPages = [`/en/results/${electionId}`, `${seatPage}/stations/1`]

/** Forms a second that come in while pages are read: each second an edition follows the one before. */
const behindPages = 150

/**
 * The page of a seat as browsers ask for it, on a quiet server and on one that takes forms in and publishes. `send`
 * sends the forms of seats that have none yet, at so many a second. `busySeat` is one of these.
 */
export async function resultPageFigure(
  { ready, pid }: ChildServer<Ready>,
  busySeat: string,
  send: (pace: number) => Promise<Sent>,
  { onProgress }: BenchSettings,
): Promise<Figure> {
  const jobFor = (path: string): LoadJob => ({
    url: new URL(path, ready.url).href,
    headers: { 'accept-encoding': 'gzip' },
    ...loading,
  })
  onProgress('Reading result pages', 0, 1)
  const quiet = await loadInTurns(jobFor(seatPage), pid, loading.turns)
  const others: string[] = []
  for (const path of otherPages) others.push(`${path} ${sayLoads(await loadInTurns(jobFor(path), pid, 1))}`)
  onProgress('Reading result pages while forms come in', 0, 1)
  const sending = send(behindPages)
  const busy = await loadInTurns(jobFor(`/en/results/${electionId}/seats/${busySeat}`), pid, 1)
  const sent = await sending
  return {
    name: 'result-page',
    what: 'public result page, from the edition',
    measures: [...loadMeasures(quiet, { atLeast: 8000, p99AtMost: 20 }), ...whileBusy(busy)],
    sizes: [
      `${seatPage} compressed, ${await sizeOf(jobFor(seatPage))}, one server process, ${loading.connections} connections, turns of ${loading.seconds} s, the best counts: ${sayLoads(quiet)}`,
      ...others,
      `while ${(sent.receiptsAt.length / sent.seconds).toFixed(0)} forms/s come in and are published (intake p99 ${sent.tally.latencies.percentiles().p99.toFixed(0)} ms): ${sayLoads(busy)}`,
    ].join('; '),
  }
}

function whileBusy(all: readonly Loads[]): Figure['measures'] {
  const { perSecond, p99 } = bestOf(all.flatMap(({ loads }) => loads))
  return [
    { of: 'while publishing', value: perSecond, unit: '/s' },
    { of: 'its p99', value: p99, unit: 'ms' },
  ]
}

async function sizeOf({ url, headers }: LoadJob): Promise<string> {
  const answer = await fetch(url, { headers })
  const page = await answer.arrayBuffer()
  if (answer.status !== 200) throw new Error(`${url} answers ${answer.status}`)
  return `${Math.round(page.byteLength / 1024)} KiB of HTML`
}
