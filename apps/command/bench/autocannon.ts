/** A process of its own that puts a load on a server with autocannon: takes a job, writes what came of it, both JSON. */
import { readFileSync } from 'node:fs'
import autocannon from 'autocannon'
import type { Load, LoadJob } from './http-load.ts'

const { url, seconds, connections, headers, bodies } = JSON.parse(process.argv[2] ?? '') as LoadJob

const lines = bodies === undefined ? [] : readFileSync(bodies, 'utf8').trimEnd().split('\n')
let turn = 0
const post: autocannon.Request = {
  method: 'POST',
  setupRequest: (request) => ({ ...request, body: lines[turn++ % lines.length] ?? '' }),
}

const { requests, latency, duration, non2xx, errors, timeouts } = await autocannon({
  url,
  duration: seconds,
  connections,
  headers,
  ...(bodies === undefined ? {} : { requests: [post] }),
})
const load: Load = {
  requests: requests.total,
  perSecond: requests.total / duration,
  p50: latency.p50,
  p99: latency.p99,
  failed: non2xx + errors + timeouts,
}
process.stdout.write(JSON.stringify(load))
