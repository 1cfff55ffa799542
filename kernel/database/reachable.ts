import { createHash } from 'node:crypto'
import { cpSync, existsSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'

/** True if the user `nobody` may pass through every folder above `path`. */
function openToOthers(path: string): boolean {
  for (let at = resolve(path); ; at = dirname(at)) {
    const found = statSync(at, { throwIfNoEntry: false })
    if (found?.isDirectory() === true && (found.mode & 0o001) === 0) return false
    if (dirname(at) === at) return true
  }
}

/**
 * PostgreSQL refuses root, so root starts it as `nobody`, who cannot enter a closed home folder.
 * Gives a folder that `nobody` reaches: the one asked for, or one under /var/lib named after it.
 */
export function reachableFolder(folder: string, asNobody: boolean): string {
  if (!asNobody || openToOthers(dirname(resolve(folder)))) return resolve(folder)
  return join('/var/lib/intikhab', createHash('sha256').update(resolve(folder)).digest('hex').slice(0, 12))
}

/**
 * The PostgreSQL programs at a place where their user reaches them; copied once where they are not. `home` is where
 * the copies lie. Links between the libraries stay relative, or they would lead back into the closed folder.
 */
export function reachablePrograms(native: string, asNobody: boolean, home = '/var/lib/intikhab'): string {
  if (!asNobody || openToOthers(native)) return native
  const copy = join(home, `postgres-${createHash('sha256').update(native).digest('hex').slice(0, 12)}`)
  if (existsSync(copy)) return copy
  // Under its name only when it is whole: another start may look for it meanwhile.
  const unfinished = `${copy}.${process.pid}`
  mkdirSync(unfinished, { recursive: true, mode: 0o755 })
  cpSync(native, unfinished, { recursive: true, verbatimSymlinks: true })
  try {
    renameSync(unfinished, copy)
  } catch (error) {
    rmSync(unfinished, { recursive: true })
    if (!existsSync(copy)) throw error
  }
  return copy
}
