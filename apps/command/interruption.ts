import { stopChildServers } from '@intikhab/rehearsal/stage'

/**
 * Where the command is interrupted, stops the servers that it started for itself, clears up and ends; gives what takes this
 * back. The terminal's Ctrl-C reaches those servers by itself, a signal to this process alone does not.
 */
export function onInterruption(clearUp: () => void): () => void {
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const
  let isEnding = false
  const end = (): void => {
    if (isEnding) return
    isEnding = true
    process.stderr.write('\nStopping …\n')
    void stopChildServers().then(() => {
      clearUp()
      process.exit(130)
    })
  }
  for (const signal of signals) process.on(signal, end)
  return () => {
    for (const signal of signals) process.off(signal, end)
  }
}
