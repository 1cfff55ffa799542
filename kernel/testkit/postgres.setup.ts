import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { removeEmbedded, startEmbedded } from '@intikhab/kernel/database'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  interface ProvidedContext {
    postgresUrl: string
  }
}

/** One throw-away PostgreSQL for the whole test run; every test file makes its own database in it. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'intikhab-test-'))
  const server = await startEmbedded(join(folder, 'postgres'), { disposable: true })
  project.provide('postgresUrl', server.url)
  return async () => {
    await server.stop()
    // Where this is root, the data may lie elsewhere: see `reachableFolder`.
    await removeEmbedded(join(folder, 'postgres'))
    rmSync(folder, { recursive: true, force: true })
  }
}
