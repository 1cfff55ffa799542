import { createHash } from 'node:crypto'
import { open, type FileHandle } from 'node:fs/promises'
import { sha256Of, type EditionFile } from './manifest.ts'

/** A file with new bytes, held in memory. */
export interface ChangedFile {
  readonly path: string
  readonly mediaType: string
  readonly bytes: Buffer
}

/**
 * A file with new bytes that lies on a disk, however large. An edition in a folder takes it by a hard link where both lie
 * on one file system, so nobody may write to it any more; its owner may remove its own name for it.
 */
export interface FileOnDisk {
  readonly path: string
  readonly mediaType: string
  /** Where it lies. */
  readonly file: string
  /** Bytes. */
  readonly size: number
  /** 64 hex characters. */
  readonly sha256: string
}

export type NewFile = ChangedFile | FileOnDisk

/** What the manifest says of a new file. */
export function describeFile(file: NewFile): EditionFile {
  const { path, mediaType } = file
  return 'bytes' in file
    ? { path, sha256: sha256Of(file.bytes), size: file.bytes.length, mediaType }
    : { path, sha256: file.sha256, size: file.size, mediaType }
}

/** Bytes read at a time. */
const atOnce = 1 << 20

/** SHA-256 (64 hex characters) and size of everything in an open file, a megabyte of it in memory at a time. */
export async function hashOfFile(handle: FileHandle): Promise<{ readonly sha256: string; readonly size: number }> {
  const hash = createHash('sha256')
  const buffer = Buffer.allocUnsafe(atOnce)
  for (let size = 0; ;) {
    const { bytesRead } = await handle.read(buffer, 0, atOnce, size)
    if (bytesRead === 0) return { sha256: hash.digest('hex'), size }
    hash.update(buffer.subarray(0, bytesRead))
    size += bytesRead
  }
}

/** Describes the file at `file` for an edition; reads it once from start to end. */
export async function fileOnDisk(path: string, mediaType: string, file: string): Promise<FileOnDisk> {
  const handle = await open(file, 'r')
  try {
    return { path, mediaType, file, ...(await hashOfFile(handle)) }
  } finally {
    await handle.close()
  }
}
