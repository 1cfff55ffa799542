/**
 * The house rules as a pure function over the sources: which walls are broken, where, and what to do instead.
 * Circles between single files are oxlint's `import/no-cycle`; here the circles between rooms are found.
 */
import { posix } from 'node:path'
import { mayImport, roomAt, schemaOwners, type Room } from './plan.ts'
import { importsOf, lineAt, withoutComments, type Breach, type Source } from './source.ts'

const isTest = (path: string) => /\.(?:test|testkit|setup)\.tsx?$/.test(path)
const inCore = (room: Room, path: string) => room.kind === 'law' || path.startsWith(`${room.folder}/core/`)

function importBreaches(source: Source, room: Room, rooms: readonly Room[]): Breach[] {
  const breaches: Breach[] = []
  const breach = (rule: Breach['rule'], line: number, says: string) =>
    breaches.push({ rule, path: source.path, line, says })
  for (const { from, typeOnly, line } of importsOf(source)) {
    if (from.startsWith('.')) {
      const target = posix.join(posix.dirname(source.path), from)
      if (!target.startsWith(`${room.folder}/`))
        breach('deep-import', line, `${from} leaves ${room.folder}; enter by the package's name`)
      continue
    }
    if (!from.startsWith('@intikhab/')) {
      if (inCore(room, source.path) && !isTest(source.path) && from.startsWith('node:'))
        breach('impure-core', line, `core/ imports ${from}; rules do no I/O and run in a browser`)
      continue
    }
    const [scope, short, ...rest] = from.split('/')
    const door = rest.length === 0 ? '.' : `./${rest.join('/')}`
    const target = rooms.find((each) => each.name === `${scope}/${short}`)
    if (target === undefined || !target.doors.includes(door)) {
      breach(
        'deep-import',
        line,
        `${from} is not a door; ${target?.name ?? 'no such room'} opens ${target?.doors.join(', ') ?? 'nothing'}`,
      )
      continue
    }
    if (target === room || isTest(source.path)) continue
    if (!mayImport(room, target)) breach('forbidden-door', line, `${room.folder} may not enter ${target.folder}`)
    if (door === './sim' && room.kind === 'system')
      breach('forbidden-door', line, `${from} is for rehearsals and tests`)
    if (inCore(room, source.path) && target.kind === 'system' && !typeOnly)
      breach('impure-core', line, `core/ imports ${from}; another system's face may be imported for its types only`)
  }
  return breaches
}

const impurities: readonly (readonly [RegExp, string])[] = [
  [/\bDate\.now\s*\(|\bnew Date\s*\(\s*\)|\bTemporal\.Now\b/g, 'reads the clock; take `now` as a parameter'],
  [/\bMath\.random\s*\(|\bcrypto\.(?:getRandomValues|randomUUID)\b/g, 'draws at random; take the draw as a parameter'],
  [/\bfetch\s*\(|\bXMLHttpRequest\b|\bWebSocket\b/g, 'uses the network'],
  [/\bprocess\.|\bconsole\./g, 'reaches outside'],
]

function coreBreaches(source: Source, room: Room): Breach[] {
  if (!inCore(room, source.path) || isTest(source.path)) return []
  const text = withoutComments(source.text)
  return impurities.flatMap(([pattern, says]) =>
    [...text.matchAll(pattern)].map((match): Breach => ({
      rule: 'impure-core',
      path: source.path,
      line: lineAt(text, match.index),
      says: `core/ ${says}`,
    })),
  )
}

function schemaBreaches(source: Source, owners: ReadonlyMap<string, string>): Breach[] {
  if (isTest(source.path)) return []
  const names = [...owners.keys()].join('|')
  const text = withoutComments(source.text)
  const sql = new RegExp(
    `\\b(?:from|join|into|update|table|references|schema|copy|exists|only|on|truncate)\\s+(?:if\\s+(?:not\\s+)?exists\\s+)?"?(${names})"?\\s*\\.\\s*"?[a-z_]|['"\`](${names})\\.[a-z_]+(?:\\s+as\\s+\\w+)?['"\`]|\\bid\\(\\s*['"](${names})['"]\\s*,`,
    'gi',
  )
  const breaches: Breach[] = []
  for (const match of text.matchAll(sql)) {
    const schema = (match[1] ?? match[2] ?? match[3] ?? '').toLowerCase()
    const owner = owners.get(schema)
    if (owner === undefined || source.path.startsWith(`${owner}/`)) continue
    // A dotted code such as `results.correct` is an act or a refusal, not a table: tables are named inside server/ and kernel/ only.
    if (match[2] !== undefined && !isQuery(text, match.index)) continue
    breaches.push({
      rule: 'foreign-schema',
      path: source.path,
      line: lineAt(text, match.index),
      says: `names the schema of ${owner}`,
    })
  }
  return breaches
}

const queryCalls =
  /\b(?:selectFrom|insertInto|updateTable|deleteFrom|innerJoin|leftJoin|rightJoin|fullJoin|sql\.table|sql\.ref|copy)\s*(?:<[^>]*>)?\(\s*$/
function isQuery(text: string, quote: number): boolean {
  return queryCalls.test(text.slice(Math.max(0, quote - 60), quote))
}

function environmentBreaches(source: Source, room: Room): Breach[] {
  if (isTest(source.path) || room.kind === 'rehearsal' || source.path === 'apps/server/environment.ts') return []
  const text = withoutComments(source.text)
  return [...text.matchAll(/(?<!['"`])\bprocess\.env\b/g)].map((match): Breach => ({
    rule: 'environment',
    path: source.path,
    line: lineAt(text, match.index),
    says: 'reads the environment; only apps/server/environment.ts does',
  }))
}

/** Code that runs in a browser, in a simulator of somebody else, or on an operator's command line calls by itself. */
const callsFreely = (path: string) =>
  isTest(path) ||
  /(?:^|\/)(?:web|sim|console|screens)\//.test(path) ||
  /^(?:rehearsal|apps\/command|kernel\/outbound|kernel\/testkit)\//.test(path)

function outboundBreaches(source: Source): Breach[] {
  if (callsFreely(source.path)) return []
  const text = withoutComments(source.text)
  return [...text.matchAll(/(?<![.\w])fetch\s*\(|\bhttps?\.(?:request|get)\s*\(/g)].map((match): Breach => ({
    rule: 'outbound',
    path: source.path,
    line: lineAt(text, match.index),
    says: 'calls another machine by itself; go through @intikhab/kernel/outbound, which knows where it may',
  }))
}

/** Rooms that import each other in a circle, as chains of folders. Kernel rooms count one by one. */
function circles(sources: readonly Source[], rooms: readonly Room[]): Breach[] {
  const place = (path: string) => {
    const room = roomAt(rooms, path)
    return room?.kind === 'kernel' ? path.split('/').slice(0, 2).join('/') : room?.folder
  }
  const edges = new Map<string, Map<string, { path: string; line: number }>>()
  for (const source of sources) {
    const from = place(source.path)
    if (from === undefined || isTest(source.path)) continue
    for (const entry of importsOf(source)) {
      if (entry.typeOnly || !entry.from.startsWith('@intikhab/')) continue
      const [scope, short, door] = entry.from.split('/')
      const room = rooms.find((each) => each.name === `${scope}/${short}`)
      const to = room?.kind === 'kernel' ? `kernel/${door}` : room?.folder
      if (to === undefined || to === from) continue
      const targets = edges.get(from) ?? new Map()
      targets.set(to, { path: source.path, line: entry.line })
      edges.set(from, targets)
    }
  }
  const breaches: Breach[] = []
  const walk = (at: string, chain: readonly string[]) => {
    for (const [to, where] of edges.get(at) ?? []) {
      if (to === chain[0]) breaches.push({ rule: 'circle', ...where, says: [...chain, to].join(' → ') })
      else if (!chain.includes(to) && to > (chain[0] ?? '')) walk(to, [...chain, to])
    }
  }
  for (const start of edges.keys()) walk(start, [start])
  return breaches
}

/** Every broken wall. `rooms` come from the packages, `sources` are the TypeScript files below them. */
export function findBreaches(sources: readonly Source[], rooms: readonly Room[]): Breach[] {
  const kernelRooms = [
    ...new Set(sources.filter((s) => s.path.startsWith('kernel/')).map((s) => s.path.split('/')[1] ?? '')),
  ]
  const owners = schemaOwners(rooms, kernelRooms)
  const single = sources.flatMap((source) => {
    const room = roomAt(rooms, source.path)
    if (room === undefined) return []
    return [
      ...importBreaches(source, room, rooms),
      ...coreBreaches(source, room),
      ...schemaBreaches(source, owners),
      ...environmentBreaches(source, room),
      ...outboundBreaches(source),
    ]
  })
  return [...single, ...circles(sources, rooms)]
}
