import type { EditionFile } from './manifest.ts'

/** A plain ustar archive (POSIX.1-1988), made while it is sent: an edition taken whole. */

const block = 512

function octal(value: number, width: number): string {
  return `${value.toString(8).padStart(width - 1, '0')}\0`
}

/** Splits a long path at a `/` into the two fields that ustar has for it. Throws `RangeError` if it fits neither way. */
function splitPath(path: string): { name: string; prefix: string } {
  if (path.length <= 100) return { name: path, prefix: '' }
  for (let at = path.indexOf('/'); at >= 0; at = path.indexOf('/', at + 1))
    if (path.length - at - 1 <= 100 && at <= 155) return { name: path.slice(at + 1), prefix: path.slice(0, at) }
  throw new RangeError(`${path} is too long for a tar archive`)
}

/** Header of one file; `path` in ASCII, `madeAt` in seconds since 1970. */
function tarHeader(path: string, size: number, madeAt: number): Buffer {
  const { name, prefix } = splitPath(path)
  const header = Buffer.alloc(block)
  header.write(name, 0)
  header.write(octal(0o644, 8) + octal(0, 8) + octal(0, 8) + octal(size, 12) + octal(madeAt, 12), 100)
  header.write(' '.repeat(8), 148)
  header.write('0', 156)
  header.write('ustar\x0000', 257)
  header.write(prefix, 345)
  const sum = header.reduce((total, byte) => total + byte, 0)
  header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148)
  return header
}

const padded = (size: number): number => Math.ceil(size / block) * block

/** Length of the archive of files with these sizes. */
export function tarLength(files: readonly Pick<EditionFile, 'size'>[]): number {
  return files.reduce((sum, { size }) => sum + block + padded(size), 0) + 2 * block
}

/** The archive, file by file. `read` gives exactly `size` bytes. */
export async function* tarOf(
  files: readonly { readonly path: string; readonly size: number }[],
  madeAt: number,
  read: (path: string) => Promise<Buffer>,
): AsyncGenerator<Buffer> {
  for (const { path, size } of files) {
    const bytes = await read(path)
    if (bytes.length !== size) throw new Error(`${path} has ${bytes.length} bytes, not ${size}`)
    yield tarHeader(path, size, madeAt)
    yield bytes
    if (padded(size) > size) yield Buffer.alloc(padded(size) - size)
  }
  yield Buffer.alloc(2 * block)
}
