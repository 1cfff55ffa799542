import { useEffect, useRef, useState } from 'react'

/** Whether a live stream is open. The browser connects again by itself. */
export type LiveState = 'connecting' | 'live' | 'lost'

/** Listens to a stream of server-sent events and hands each event's data over. */
export function useLive<T>(path: string, event: string, onData: (data: T) => void): LiveState {
  const [state, setState] = useState<LiveState>('connecting')
  const hand = useRef(onData)
  useEffect(() => {
    hand.current = onData
  })
  useEffect(() => {
    const source = new EventSource(path)
    source.addEventListener('open', () => setState('live'))
    source.addEventListener('error', () => setState('lost'))
    source.addEventListener(event, (message: MessageEvent<string>) => {
      setState('live')
      hand.current(JSON.parse(message.data) as T)
    })
    return () => source.close()
  }, [path, event])
  return state
}
