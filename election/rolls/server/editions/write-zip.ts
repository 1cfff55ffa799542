import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { crc32 } from 'node:zlib'

/** A file on its way into an archive. */
export interface Packed {
  /** Name in the archive, ASCII. */
  readonly name: string
  /** Where it lies. */
  readonly file: string
  readonly bytes: number
}

/** An archive as it was written. */
export interface WrittenZip {
  readonly bytes: number
  readonly sha256: string
}

/** Beyond these an archive needs the format's later parts, which not every program reads. */
const [mostFiles, mostBytes] = [65_535, 0xffff_ffff]

/** 1 January 1980: the same files give the same archive. */
const [noTime, noDate] = [0, 0x21]

/**
 * Writes files into a ZIP archive (APPNOTE 6.3), each as it is: PDF and JPEG are compressed already. A megabyte is in
 * memory at a time. Throws `RangeError` for more than 65,535 files or 4 GiB.
 */
export async function writeZip(target: string, files: readonly Packed[]): Promise<WrittenZip> {
  if (files.length > mostFiles) throw new RangeError(`${files.length} files are too many for one archive`)
  const hash = createHash('sha256')
  const handle = await open(target, 'w')
  let at = 0
  const write = async (bytes: Uint8Array): Promise<void> => {
    hash.update(bytes)
    at += bytes.length
    await handle.write(bytes)
  }
  try {
    const directory: Buffer[] = []
    for (const file of files) {
      const sum = await sumOf(file.file)
      const offset = at
      if (offset + file.bytes > mostBytes) throw new RangeError('the archive is larger than 4 GiB')
      await write(localHeader(file, sum))
      for await (const chunk of createReadStream(file.file) as AsyncIterable<Buffer>) await write(chunk)
      directory.push(directoryEntry(file, sum, offset))
    }
    const begin = at
    for (const entry of directory) await write(entry)
    await write(endOfDirectory(files.length, at - begin, begin))
    await handle.sync()
    return { bytes: at, sha256: hash.digest('hex') }
  } finally {
    await handle.close()
  }
}

async function sumOf(file: string): Promise<number> {
  let sum = 0
  for await (const chunk of createReadStream(file) as AsyncIterable<Buffer>) sum = crc32(chunk, sum)
  return sum
}

/** What both headers of a file have in common: version, no flags, stored, time, checksum, sizes, length of the name. */
function common({ name, bytes }: Packed, sum: number): Buffer {
  const fields = Buffer.alloc(26)
  fields.writeUInt16LE(20, 0)
  fields.writeUInt16LE(noTime, 6)
  fields.writeUInt16LE(noDate, 8)
  fields.writeUInt32LE(sum, 10)
  fields.writeUInt32LE(bytes, 14)
  fields.writeUInt32LE(bytes, 18)
  fields.writeUInt16LE(name.length, 22)
  return fields
}

function localHeader(file: Packed, sum: number): Buffer {
  return Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), common(file, sum), Buffer.from(file.name, 'latin1')])
}

function directoryEntry(file: Packed, sum: number, offset: number): Buffer {
  const rest = Buffer.alloc(14)
  rest.writeUInt32LE(offset, 10)
  const madeBy = Buffer.from([20, 0])
  return Buffer.concat([
    Buffer.from('PK\x01\x02', 'latin1'),
    madeBy,
    common(file, sum),
    rest,
    Buffer.from(file.name, 'latin1'),
  ])
}

function endOfDirectory(files: number, bytes: number, begin: number): Buffer {
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 0, 'latin1')
  end.writeUInt16LE(files, 8)
  end.writeUInt16LE(files, 10)
  end.writeUInt32LE(bytes, 12)
  end.writeUInt32LE(begin, 16)
  return end
}
