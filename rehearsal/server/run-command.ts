import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import { command } from './child-server.ts'

/**
 * Runs `intikhab` with these words and `--json`, and gives what it wrote.
 *
 * @throws Error with the command's own words if it ends with another code than 0.
 */
export async function runCommand<T>(words: readonly string[]): Promise<T> {
  const child = spawn(process.execPath, [command, ...words, '--json'], { stdio: ['ignore', 'pipe', 'pipe'] })
  const [written, complaints, [code]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'exit') as Promise<[number | null]>,
  ])
  if (code !== 0)
    throw new Error(`intikhab ${words.slice(0, 2).join(' ')} ended with ${code}:\n${complaints}${written}`)
  return JSON.parse(written) as T
}
