import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The data folder with which a PostgreSQL process was started (Linux only). @throws Error where it cannot be told. */
export function databaseFolderOf(pid: number): string {
  const words = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0')
  const folder = words[words.indexOf('-D') + 1]
  if (!words.includes('-D') || folder === undefined) throw new Error(`process ${pid} is no PostgreSQL server`)
  return folder
}

/** The process that runs on a data folder at this moment; undefined where none has said so. */
export function findDatabaseProcess(folder: string): number | undefined {
  try {
    const pid = Number(readFileSync(join(folder, 'postmaster.pid'), 'utf8').split('\n')[0])
    return Number.isInteger(pid) && pid > 1 && databaseFolderOf(pid) === folder ? pid : undefined
  } catch {
    return undefined
  }
}
