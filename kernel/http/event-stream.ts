import type { ServerResponse } from 'node:http'
import { accept } from '@intikhab/kernel/refusal'
import { route, type Route, type RouteDefinition, type RouteInput, type StreamEvent } from './route.ts'

/** A live stream (server-sent events, HTML Living Standard §9.2). */
export interface EventStreamDefinition<P, Q> extends Pick<
  RouteDefinition<P, Q, undefined, unknown>,
  'path' | 'act' | 'summary' | 'tag' | 'params' | 'query' | 'scope'
> {
  /**
   * Starts sending and returns how to stop. `lastEventId` is the id of the last event that the browser saw before it
   * lost the connection: send what came since, if it is still known.
   */
  subscribe(
    send: (event: StreamEvent) => void,
    input: RouteInput<P, Q, undefined> & { readonly lastEventId: string | undefined },
  ): () => void
}

/** Declares a live stream of events as a route. */
export function eventStream<P = undefined, Q = undefined>(d: EventStreamDefinition<P, Q>): Route {
  const { subscribe, ...rest } = d
  const sealed = route<P, Q, undefined, undefined>({
    ...rest,
    method: 'GET',
    produces: 'text/event-stream',
    handler: () => Promise.resolve(accept(undefined)),
  })
  return {
    ...sealed,
    stream(input, open) {
      const last = input.headers['last-event-id']
      const lastEventId = typeof last === 'string' && last !== '' ? last : undefined
      open((send) => subscribe(send, { ...(input as RouteInput<P, Q, undefined>), lastEventId }))
    },
  }
}

/** One event in the wire format; line breaks inside JSON are escaped by JSON itself. */
export function eventText({ id, event, data }: StreamEvent): string {
  const oneLine = (text: string) => text.replace(/[\r\n\0]/g, ' ')
  return `${id === undefined ? '' : `id: ${oneLine(id)}\n`}${event === undefined ? '' : `event: ${oneLine(event)}\n`}data: ${JSON.stringify(data)}\n\n`
}

/** Bytes that may wait for a reader who does not read before it is cut off; it will connect again. */
const longestQueue = 1024 * 1024

export interface OpenStreams {
  readonly count: number
  /** Turns `response` into a stream until the reader goes, falls too far behind, or everything is closed. */
  open(
    response: ServerResponse,
    headers: Readonly<Record<string, string>>,
    subscribe: (send: (event: StreamEvent) => void) => () => void,
  ): void
  closeAll(): void
}

/** Keeps the open streams of a server, with one heartbeat for all so that proxies and phones do not give up. */
export function openStreams(heartbeatMilliseconds: number): OpenStreams {
  const open = new Map<ServerResponse, () => void>()
  const write = (response: ServerResponse, text: string) => {
    if (response.writableLength > longestQueue) response.destroy()
    else response.write(text)
  }
  const heartbeat = setInterval(() => {
    for (const response of open.keys()) write(response, ': still here\n\n')
  }, heartbeatMilliseconds)
  heartbeat.unref()
  return {
    get count() {
      return open.size
    },
    open(response, headers, subscribe) {
      response.writeHead(200, {
        ...headers,
        'content-type': 'text/event-stream; charset=utf-8',
        'cache-control': 'no-store',
        'x-accel-buffering': 'no',
      })
      response.write('retry: 3000\n\n')
      const stop = subscribe((event) => {
        if (!response.destroyed && !response.writableEnded) write(response, eventText(event))
      })
      open.set(response, stop)
      response.once('close', () => {
        open.delete(response)
        stop()
      })
    },
    closeAll() {
      clearInterval(heartbeat)
      for (const response of open.keys()) response.end()
    },
  }
}
