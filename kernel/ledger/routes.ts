import { z } from 'zod'
import { raw, route, type Raw, type Route } from '@intikhab/kernel/http'
import { accept, refuse, type Outcome } from '@intikhab/kernel/refusal'
import { encodeKeys } from './key-history.ts'
import type { Ledger } from './ledger.ts'
import { ledgerRefusals as kinds } from './refusals.ts'
import { witnessesNow, witnessesShape, witnessRoutes } from './routes-witnesses.ts'
import { leafHash } from './tree-hash.ts'
import { encodeBundle, parseTilePath, widthIn } from './tile.ts'
import type { Witnesses } from './witnesses.ts'

const hex = z.string().regex(/^[0-9a-f]{64}$/)
const natural = z
  .string()
  .regex(/^(0|[1-9]\d{0,14})$/)
  .transform(Number)
const placedProof = z.object({
  leaf: z.int(),
  size: z.int(),
  root: hex,
  leafHash: hex,
  proof: z.array(hex),
  entry: z.string(),
  checkpoint: z.string(),
})
const consistency = z.object({ first: z.int(), firstRoot: hex, second: z.int(), secondRoot: hex, proof: z.array(hex) })
const head = z.object({
  origin: z.string(),
  size: z.int(),
  root: hex,
  checkpoint: z.string(),
  verifierKey: z.string(),
  witnessed: witnessesShape,
})

function text(body: string, cache: string): Raw {
  return raw({
    headers: {
      'content-type': 'text/plain; charset=utf-8',
      'cache-control': cache,
      'access-control-allow-origin': '*',
    },
    body,
  })
}

/** An entry's place as a C2SP tlog-proof (https://c2sp.org/tlog-proof). */
function proofText(leaf: number, proof: readonly string[], note: string): string {
  const hashes = proof.map((hash) => `${Buffer.from(hash, 'hex').toString('base64')}\n`)
  return `c2sp.org/tlog-proof@v1\nindex ${leaf}\n${hashes.join('')}\n${note}`
}

/**
 * The addresses of the ledger. All but the search for an entry by its number in the register come from files, so that
 * they answer with the database stopped.
 */
export function ledgerRoutes(ledger: Ledger, witnesses: Witnesses): Route[] {
  const isOpen = (): boolean => ledger.files.checkpoint() !== undefined

  async function tile(path: string): Promise<Raw | Outcome<never>> {
    const at = parseTilePath(path)
    if (!isOpen() || at === undefined) return refuse(kinds['no-file'], { field: path.slice(0, 100) })
    const { size } = ledger.latest()
    // A narrower tile of an older tree is the beginning of today's.
    if (at.width > widthIn(size, at.level, at.index)) return refuse(kinds['no-file'], { field: path })
    const read =
      at.level === 'entries' ? ledger.files.entries(size, at.index) : ledger.files.hashes(size, at.level, at.index)
    const parts = (await read)?.slice(0, at.width)
    if (parts === undefined) return refuse(kinds['no-file'], { field: path })
    return raw({
      headers: {
        'content-type': 'application/octet-stream',
        'cache-control': 'public, max-age=31536000, immutable',
        'access-control-allow-origin': '*',
      },
      body: at.level === 'entries' ? encodeBundle(parts) : Buffer.concat(parts),
    })
  }

  async function prove(leaf: number, wanted: number | undefined): Promise<Outcome<z.infer<typeof placedProof>>> {
    const latest = ledger.latest()
    const size = wanted ?? latest.size
    if (size > latest.size) return refuse(kinds['no-size'], { field: 'size', detail: { size, latest: latest.size } })
    const entry = leaf < size ? await ledger.entry(leaf) : undefined
    if (entry === undefined) return refuse(kinds['no-entry'], { detail: { leaf, size } })
    const [proof, root] = await Promise.all([ledger.inclusionProof(leaf, size), ledger.rootAt(size)])
    const hash = leafHash(entry).toString('hex')
    return accept({ leaf, size, root, leafHash: hash, proof, entry: entry.toString(), checkpoint: latest.note })
  }

  const read = { method: 'GET', act: 'public', tag: 'ledger' } as const
  return [
    route({
      ...read,
      path: '/ledger/checkpoint',
      summary: 'The newest signed tree head (C2SP tlog-checkpoint)',
      produces: 'text/plain',
      async handler() {
        const note = ledger.files.checkpoint()
        return note === undefined ? refuse(kinds['no-checkpoint']) : text(note, 'no-cache')
      },
    }),
    route({
      ...read,
      path: '/ledger/tile/*',
      summary: 'Tiles of hashes and bundles of entries (C2SP tlog-tiles)',
      produces: 'application/octet-stream',
      params: z.object({ '*': z.string() }),
      handler: ({ params }) => tile(`tile/${params['*']}`),
    }),
    route({
      ...read,
      path: '/ledger/key',
      summary: 'The key that signs checkpoints, as a C2SP verifier key',
      produces: 'text/plain',
      handler: async () => text(`${ledger.verifierKey}\n`, 'no-cache'),
    }),
    route({
      ...read,
      path: '/ledger/key.pem',
      summary: 'The key that signs checkpoints, for openssl',
      produces: 'text/plain',
      handler: async () => text(ledger.publicKeyPem, 'no-cache'),
    }),
    route({
      ...read,
      path: '/ledger/keys',
      summary: 'All keys that ever signed checkpoints: until which one, why no longer, and the statement that says so',
      produces: 'application/json',
      handler: async () =>
        raw({
          headers: {
            'content-type': 'application/json',
            'cache-control': 'no-cache',
            'access-control-allow-origin': '*',
          },
          body: encodeKeys(ledger.keys),
        }),
    }),
    route({
      ...read,
      path: '/ledger/entry/:leaf',
      summary: 'The bytes of one entry: canonical JSON (RFC 8785)',
      produces: 'application/json',
      params: z.object({ leaf: natural }),
      async handler({ params }) {
        const entry = isOpen() ? await ledger.entry(params.leaf) : undefined
        if (entry === undefined) return refuse(kinds['no-entry'], { detail: { leaf: params.leaf } })
        return raw({
          headers: { 'content-type': 'application/json', 'cache-control': 'public, max-age=31536000, immutable' },
          body: entry,
        })
      },
    }),
    route({
      ...read,
      path: '/ledger/proof/:leaf',
      summary: 'The proof that an entry is in the newest tree, as text with the checkpoint (C2SP tlog-proof)',
      produces: 'text/plain',
      params: z.object({ leaf: natural }),
      async handler({ params }) {
        if (!isOpen()) return refuse(kinds['no-checkpoint'])
        const { size, note } = ledger.latest()
        if (params.leaf >= size) return refuse(kinds['no-entry'], { detail: { leaf: params.leaf, size } })
        return text(proofText(params.leaf, await ledger.inclusionProof(params.leaf, size), note), 'no-cache')
      },
    }),
    route({
      ...read,
      path: '/api/ledger',
      summary: 'The newest tree head, the key that signs it, and how the witnesses stand',
      response: head,
      async handler() {
        if (!isOpen()) return refuse(kinds['no-checkpoint'])
        const { size, root, note } = ledger.latest()
        return accept({
          origin: ledger.origin,
          size,
          root,
          checkpoint: note,
          verifierKey: ledger.verifierKey,
          witnessed: witnessesNow(ledger, witnesses),
        })
      },
    }),
    route({
      ...read,
      path: '/api/ledger/proof',
      summary:
        'An entry with the proof that it is in the ledger; `entry` is its number in the register, `leaf` its place',
      query: z.union([
        z.object({ leaf: natural, size: natural.optional() }),
        z.object({ entry: natural, size: natural.optional() }),
      ]),
      response: placedProof,
      async handler({ query }) {
        if (!isOpen()) return refuse(kinds['no-checkpoint'])
        if ('leaf' in query) return prove(query.leaf, query.size)
        const leaf = (await ledger.leafOf([query.entry])).get(query.entry)
        return leaf === undefined
          ? refuse(kinds['no-entry'], { detail: { entry: query.entry } })
          : prove(leaf, query.size)
      },
    }),
    route({
      ...read,
      path: '/api/ledger/consistency',
      summary: 'The proof that the ledger of `second` entries continues that of `first`',
      query: z.object({ first: natural, second: natural.optional() }),
      response: consistency,
      async handler({ query: { first, second: wanted } }) {
        if (!isOpen()) return refuse(kinds['no-checkpoint'])
        const { size } = ledger.latest()
        const second = wanted ?? size
        if (first > second || second > size)
          return refuse(kinds['no-size'], { detail: { first, second, latest: size } })
        const [proof, firstRoot, secondRoot] = await Promise.all([
          ledger.consistencyProof(first, second),
          ledger.rootAt(first),
          ledger.rootAt(second),
        ])
        return accept({ first, firstRoot, second, secondRoot, proof })
      },
    }),
    ...witnessRoutes(ledger, witnesses),
  ]
}
