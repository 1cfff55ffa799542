import { Readable } from 'node:stream'
import { raw, type Raw } from '@intikhab/kernel/http'
import { refuse, type Outcome } from '@intikhab/kernel/refusal'
import { isManifestFile, manifestFiles, sha256Of } from './manifest.ts'
import { DamagedEdition } from './opened.ts'
import type { OpenEdition } from './reader.ts'
import { editionRefusals as kinds } from './refusals.ts'
import type { EditionStore } from './store.ts'
import { tarLength, tarOf } from './tar.ts'

/** Headers of a file that never changes and that anybody may use anywhere. */
function headersOf(mediaType: string): Record<string, string> {
  return {
    'content-type': mediaType,
    'cache-control': 'public, max-age=31536000, immutable',
    'access-control-allow-origin': '*',
  }
}

/** Bytes of a file beside the manifest's list: the manifest, its signature, the sums, the publisher's key. */
async function findOwn(store: EditionStore, { manifest }: OpenEdition, path: string): Promise<Buffer | undefined> {
  return isManifestFile(path) ? store.read(manifest.series, manifest.number, path) : undefined
}

/** Answers with one file of an edition, under its SHA-256 as ETag. Only paths that the manifest names are ever read. */
export async function sendFile(store: EditionStore, edition: OpenEdition, path: string): Promise<Raw | Outcome<never>> {
  const file = edition.find(path)
  try {
    if (file !== undefined) {
      const body = await edition.bytes(path)
      if (body !== undefined) return raw({ headers: headersOf(file.mediaType), body, etag: file.sha256 })
    } else if (isManifestFile(path)) {
      const body = await findOwn(store, edition, path)
      if (body !== undefined) return raw({ headers: headersOf(manifestFiles[path]), body, etag: sha256Of(body) })
    }
    return refuse(kinds['no-file'], { field: path.slice(0, 200) })
  } catch (error) {
    if (error instanceof DamagedEdition) return refuse(kinds.damaged, { field: path })
    throw error
  }
}

/** Answers with the whole edition as a tar archive that unpacks to `<series>/<number>/…`, made while it is sent. */
export async function sendArchive(store: EditionStore, edition: OpenEdition): Promise<Raw> {
  const { series, number, madeAt, files } = edition.manifest
  const own = new Map<string, Buffer>()
  for (const path of Object.keys(manifestFiles)) {
    const bytes = await findOwn(store, edition, path)
    if (bytes !== undefined) own.set(path, bytes)
  }
  const below = `${series}/${number}/`
  const listed = [...[...own].map(([path, bytes]) => ({ path, size: bytes.length })), ...files]
  const members = listed.map(({ path, size }) => ({ path: `${below}${path}`, size }))
  const read = async (member: string): Promise<Buffer> => {
    const path = member.slice(below.length)
    const bytes = own.get(path) ?? (await edition.bytes(path))
    if (bytes === undefined) throw new DamagedEdition(`${member} is gone.`)
    return bytes
  }
  return raw({
    headers: {
      ...headersOf('application/x-tar'),
      'content-length': String(tarLength(members)),
      'content-disposition': `attachment; filename="${series}-${number}.tar"`,
    },
    body: Readable.from(tarOf(members, Math.floor(Date.parse(madeAt) / 1000), read), { objectMode: false }),
    etag: edition.id,
  })
}
