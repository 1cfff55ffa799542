import { useEffect, useState } from 'react'

/** Whether a live stream is open. The browser connects again by itself. */
export type LiveState = 'connecting' | 'live' | 'lost'

/** A stream as it stands: whether it is open, and what it said last; undefined before the first word. */
interface Live<T> {
  readonly state: LiveState
  readonly last: T | undefined
}

/** Listens to a stream of server-sent events of one name. */
export function useLive<T>(path: string, event: string): Live<T> {
  const [state, setState] = useState<LiveState>('connecting')
  const [last, setLast] = useState<T>()
  useEffect(() => {
    const source = new EventSource(path)
    source.addEventListener('open', () => setState('live'))
    source.addEventListener('error', () => setState('lost'))
    source.addEventListener(event, (message: MessageEvent<string>) => {
      setState('live')
      setLast(JSON.parse(message.data) as T)
    })
    return () => source.close()
  }, [path, event])
  return { state, last }
}
