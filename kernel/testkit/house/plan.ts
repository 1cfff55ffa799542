import { posix } from 'node:path'

/** A package of the house: one room with a door. */
export interface Room {
  /** `@intikhab/results` */
  readonly name: string
  /** `election/results` */
  readonly folder: string
  /** `.`, `./web`, … */
  readonly doors: readonly string[]
  readonly kind: 'law' | 'engine' | 'kernel' | 'system' | 'app' | 'rehearsal'
}

const kinds: Readonly<Record<string, Room['kind']>> = {
  law: 'law',
  kernel: 'kernel',
  engines: 'engine',
  election: 'system',
  citizen: 'system',
  office: 'system',
  apps: 'app',
  rehearsal: 'rehearsal',
}

/** Reads a room off its `package.json`. */
export function roomOf(manifestPath: string, manifest: { name: string; exports?: Record<string, string> }): Room {
  const folder = posix.dirname(manifestPath)
  const kind = kinds[folder.split('/')[0] ?? '']
  if (kind === undefined) throw new Error(`${folder} is no room of the house`)
  return { name: manifest.name, folder, doors: Object.keys(manifest.exports ?? {}), kind }
}

/** Which kinds of room may enter which. */
const mayEnter: Readonly<Record<Room['kind'], readonly Room['kind'][]>> = {
  law: [],
  engine: [],
  kernel: ['engine'],
  system: ['law', 'kernel', 'engine', 'system'],
  app: ['law', 'kernel', 'engine', 'system', 'app', 'rehearsal'],
  rehearsal: ['law', 'kernel', 'engine', 'system', 'app'],
}

/** True if `from` may import `to`. */
export function mayImport(from: Room, to: Room): boolean {
  return mayEnter[from.kind].includes(to.kind)
}

/** The room in which a file stands. */
export function roomAt(rooms: readonly Room[], path: string): Room | undefined {
  return rooms.find((room) => path.startsWith(`${room.folder}/`))
}

/** The PostgreSQL schemas and the folder whose code alone may name each. */
export function schemaOwners(rooms: readonly Room[], kernelRooms: readonly string[]): ReadonlyMap<string, string> {
  const owners = new Map<string, string>()
  for (const room of rooms)
    if (room.kind === 'system') owners.set((room.folder.split('/').at(-1) ?? '').replaceAll('-', '_'), room.folder)
  for (const name of kernelRooms) owners.set(name, `kernel/${name}`)
  return owners
}
