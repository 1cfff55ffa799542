import { Agent, request } from 'node:http'
import { connect } from 'node:net'

/** What came back for a form. */
export type Answer =
  | { readonly got: 'receipt'; readonly status: 'accepted' | 'duplicate'; readonly bundleId: string }
  | { readonly got: 'refusal'; readonly code: string }
  /** No answer: the connection or the server died. The form may be in or not. */
  | { readonly got: 'nothing' }

/** A station's way to the intake: HTTP connections that are kept open and shared by turns. */
export interface IntakeLine {
  /** Sends a bundle and waits for the answer. */
  send(body: Buffer): Promise<Answer>
  /** Sends half of a bundle, or all of it, and lets the connection die without waiting for an answer. */
  sendAndDie(body: Buffer, how: 'cut-midway' | 'cut-before-answer'): Promise<void>
  close(): void
}

const path = '/api/results/forms'

/** Opens a line of at most `connections` to the server at `url`. An answer is waited for `patience` milliseconds. */
export function openIntakeLine(url: string, connections: number, patience = 30_000): IntakeLine {
  const { hostname, port } = new URL(url)
  const agent = new Agent({ keepAlive: true, maxSockets: connections, scheduling: 'fifo' })
  const headersFor = (body: Buffer) => ({ 'content-type': 'application/json', 'content-length': body.length })
  return {
    send(body) {
      return new Promise((resolve) => {
        const sent = request({ hostname, port, path, method: 'POST', agent, headers: headersFor(body) }, (response) => {
          const parts: Buffer[] = []
          response.on('data', (part: Buffer) => parts.push(part))
          response.on('end', () => resolve(readAnswer(response.statusCode ?? 0, Buffer.concat(parts).toString())))
          response.on('error', () => resolve({ got: 'nothing' }))
          response.on('close', () => resolve({ got: 'nothing' }))
        })
        sent.setTimeout(patience, () => sent.destroy())
        sent.on('error', () => resolve({ got: 'nothing' }))
        sent.end(body)
      })
    },
    sendAndDie(body, how) {
      return new Promise((resolve) => {
        const socket = connect({ host: hostname, port: Number(port) })
        const lines = Object.entries({ host: `${hostname}:${port}`, ...headersFor(body) })
        const head = `POST ${path} HTTP/1.1\r\n${lines.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n`
        const cut = how === 'cut-midway' ? body.subarray(0, body.length >> 1) : body
        socket.on('error', () => resolve())
        socket.on('close', () => resolve())
        socket.write(head)
        socket.write(cut, () => socket.destroy())
      })
    },
    close: () => agent.destroy(),
  }
}

function readAnswer(status: number, text: string): Answer {
  let body: { status?: unknown; bundleId?: unknown; code?: unknown }
  try {
    body = JSON.parse(text) as typeof body
  } catch {
    return { got: 'nothing' }
  }
  if ((status === 200 || status === 201) && typeof body.bundleId === 'string')
    return { got: 'receipt', status: body.status === 'duplicate' ? 'duplicate' : 'accepted', bundleId: body.bundleId }
  // A server that breaks down has not refused the form.
  if (status >= 500 && body.code !== 'results.busy') return { got: 'nothing' }
  return { got: 'refusal', code: typeof body.code === 'string' ? body.code : `http-${status}` }
}
