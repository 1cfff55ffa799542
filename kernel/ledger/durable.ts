import { randomBytes } from 'node:crypto'
import { closeSync, fsyncSync, linkSync, openSync, renameSync, unlinkSync, writeSync } from 'node:fs'
import { mkdir, open, rename, unlink } from 'node:fs/promises'
import { dirname } from 'node:path'

/** Files that survive a power cut: written whole under another name, flushed, then renamed; the folder flushed last. */

function flushFolderSync(folder: string): void {
  const handle = openSync(folder, 'r')
  fsyncSync(handle)
  closeSync(handle)
}

function writeAside(file: string, bytes: string | Uint8Array, mode: number): string {
  const aside = `${file}.${randomBytes(6).toString('hex')}.new`
  const handle = openSync(aside, 'wx', mode)
  const buffer = typeof bytes === 'string' ? Buffer.from(bytes) : bytes
  try {
    for (let done = 0; done < buffer.length;) done += writeSync(handle, buffer, done)
    fsyncSync(handle)
  } catch (error) {
    // On a full disk, what was begun must not keep the room that the next try needs.
    unlinkSync(aside)
    throw error
  } finally {
    closeSync(handle)
  }
  return aside
}

/** Makes `file` if nobody has made it meanwhile: of two processes that start at once, the first one's file stays. */
export function writeNewDurably(file: string, bytes: string | Uint8Array, mode = 0o644): void {
  const aside = writeAside(file, bytes, mode)
  try {
    linkSync(aside, file)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  } finally {
    unlinkSync(aside)
  }
  flushFolderSync(dirname(file))
}

/** Replaces `file` in one step: a reader sees the old bytes or the new, and a crash leaves one of them. */
export function replaceDurably(file: string, bytes: string | Uint8Array): void {
  renameSync(writeAside(file, bytes, 0o644), file)
  flushFolderSync(dirname(file))
}

/** Flushes a folder's list of names. */
export async function flushFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** A file to be written, by its full path. */
export interface FileToWrite {
  readonly file: string
  readonly bytes: Uint8Array
}

/** Runs `act` over `items`, at most `width` at a time. */
export async function inParallel<T>(
  items: readonly T[],
  width: number,
  act: (item: T) => Promise<void>,
): Promise<void> {
  let next = 0
  const lane = async (): Promise<void> => {
    while (next < items.length) await act(items[next++] as T)
  }
  await Promise.all(Array.from({ length: Math.min(width, items.length) }, lane))
}

async function writeOne({ file, bytes }: FileToWrite): Promise<void> {
  const aside = `${file}.new`
  const handle = await open(aside, 'w', 0o644)
  try {
    await handle.writeFile(bytes)
    await handle.sync()
  } catch (error) {
    await unlink(aside)
    throw error
  } finally {
    await handle.close()
  }
  await rename(aside, file)
}

/** Writes many files under `root`, each whole or not at all, and returns when every one is on the disk. */
export async function writeAllDurably(root: string, files: readonly FileToWrite[]): Promise<void> {
  const folders = new Set<string>([root])
  for (const { file } of files)
    for (let at = dirname(file); at.length > root.length && !folders.has(at); at = dirname(at)) folders.add(at)
  const parents = [...folders].sort()
  for (const folder of parents) await mkdir(folder, { recursive: true })
  await inParallel(files, 8, writeOne)
  await inParallel(parents, 8, flushFolder)
}
