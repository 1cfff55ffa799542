import type { Headers } from '@intikhab/kernel/http'
import { streamSource, type TableSource } from '@intikhab/kernel/tables'

/** Largest upload: the census of 2017 is 4 MB packed and 21 MB plain. */
export const uploadLimit = 64 * 1024 * 1024

/** Media types under which a table arrives; whether it is gzip its first bytes say. */
export const tableTypes = ['text/csv', 'application/gzip', 'application/octet-stream']

async function* oneChunk(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}

/** One uploaded file. */
export function uploaded(name: string, bytes: Uint8Array): TableSource {
  return streamSource(name, oneChunk(bytes))
}

/** The files of a multipart form by their part; undefined where the body is no such form. */
export async function uploadedForm(headers: Headers, body: Buffer): Promise<Map<string, TableSource> | undefined> {
  try {
    const type = String(headers['content-type'] ?? '')
    const form = await new Response(new Uint8Array(body), { headers: { 'content-type': type } }).formData()
    const files = new Map<string, TableSource>()
    for (const [part, value] of form)
      if (typeof value !== 'string') files.set(part, uploaded(value.name, new Uint8Array(await value.arrayBuffer())))
    return files
  } catch {
    return undefined
  }
}
