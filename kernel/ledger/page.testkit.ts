import { spawn, spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The shell blocks of a page under `docs/`, in their order. */
export function shellBlocks(page: string): string[] {
  const text = readFileSync(join(import.meta.dirname, '../../docs', page), 'utf8')
  return [...text.matchAll(/^```sh\n(.*?)^```$/gms)].map((match) => match[1] ?? '')
}

/** True if the programs that the pages use are all installed. */
export function hasProgramsOfPages(): boolean {
  return spawnSync('bash', ['-c', 'for p in curl openssl sha256sum tar; do command -v $p || exit 1; done']).status === 0
}

/**
 * Runs blocks as a reader would, one after the other in one bash, with a reader who stops at the first error.
 * `values` replace what the page assigns; not blocking, since the page talks to a server in this process.
 */
export async function runBlocks(
  blocks: readonly string[],
  folder: string,
  values: Readonly<Record<string, string>>,
): Promise<{ status: number | null; output: string }> {
  let script = `set -euo pipefail\n${blocks.join('\n')}`
  for (const [name, value] of Object.entries(values))
    script = script.replace(new RegExp(`^${name}=.*$`, 'm'), `${name}='${value}'`)
  const shell = spawn('bash', ['-c', script], { cwd: folder })
  let output = ''
  for (const stream of [shell.stdout, shell.stderr]) stream.on('data', (bytes: Buffer) => (output += bytes.toString()))
  const status = await new Promise<number | null>((resolve) => shell.on('close', resolve))
  return { status, output }
}
