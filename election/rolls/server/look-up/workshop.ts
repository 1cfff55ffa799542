import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { isAlive } from '@intikhab/kernel/database'

/** Folders in which this process is building; after a restart another process may have its number. */
const building = new Set<string>()

/** `pack-<process>-<random>` */
const named = /^pack-(\d+)-[0-9a-f]{8}$/

/** A folder for a pack that is being built, gone when it is disposed of. */
export interface PackFolder extends Disposable {
  readonly folder: string
}

/** Removes from `workshop` what builders left behind that were killed. */
function clear(workshop: string): void {
  if (!existsSync(workshop)) return
  for (const name of readdirSync(workshop)) {
    const builder = Number(named.exec(name)?.[1])
    const isBuilt = builder === process.pid ? building.has(name) : isAlive(builder)
    if (named.test(name) && !isBuilt) rmSync(join(workshop, name), { recursive: true, force: true })
  }
}

/** Makes an empty folder in `workshop`, which it makes where it is missing, and clears away what others left there. */
export function makePackFolder(workshop: string): PackFolder {
  clear(workshop)
  const name = `pack-${process.pid}-${randomBytes(4).toString('hex')}`
  const folder = join(workshop, name)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  building.add(name)
  return {
    folder,
    [Symbol.dispose]() {
      rmSync(folder, { recursive: true, force: true })
      building.delete(name)
    },
  }
}
