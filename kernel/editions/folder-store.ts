import { randomBytes } from 'node:crypto'
import { watch, type FSWatcher } from 'node:fs'
import {
  chmod,
  copyFile,
  link,
  mkdir,
  open,
  readFile,
  readdir,
  rename,
  rm,
  stat,
  type FileHandle,
} from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { flushFolder, inParallel, replaceDurably, writeAllDurably } from '@intikhab/kernel/ledger'
import { isOpenToAll } from './confidential.ts'
import { isSeries, type EditionFile } from './manifest.ts'
import type { FileOnDisk } from './new-file.ts'
import type { EditionStore, EditionToStore } from './store.ts'

function codeOf(error: unknown): string | undefined {
  return (error as NodeJS.ErrnoException).code
}

function undefinedIfAbsent(error: unknown): undefined {
  if (!['ENOENT', 'ENOTDIR', 'EISDIR'].includes(codeOf(error) ?? '')) throw error
}

function findBytes(file: string): Promise<Buffer | undefined> {
  return readFile(file).catch(undefinedIfAbsent)
}

function findOpen(file: string): Promise<FileHandle | undefined> {
  return open(file, 'r').catch(undefinedIfAbsent)
}

/** A hard link where the file system has them; a copy where it has not, or where the file has its 65,000 names. */
async function linkOrCopy(from: string, to: string): Promise<void> {
  try {
    await link(from, to)
  } catch (error) {
    if (!['EMLINK', 'EPERM', 'EXDEV', 'ENOTSUP'].includes(codeOf(error) ?? '')) throw error
    await copyFile(from, to)
  }
}

/** Takes a file over from wherever it lies, and returns when its bytes are on the disk of the edition. */
async function takeOver({ file, size, path }: FileOnDisk, to: string): Promise<void> {
  await linkOrCopy(file, to)
  const handle = await open(to, 'r')
  try {
    const found = await handle.stat()
    if (found.size !== size) throw new Error(`${path} has ${found.size} bytes, not ${size}`)
    await handle.sync()
  } finally {
    await handle.close()
  }
}

async function fill(aside: string, edition: EditionToStore, seriesFolder: string): Promise<void> {
  const folders = new Set(
    [...edition.files.map(({ path }) => path), ...edition.unchanged].map((path) => dirname(join(aside, path))),
  )
  for (const folder of folders) await mkdir(folder, { recursive: true })
  const from = join(seriesFolder, String(edition.from))
  await inParallel(edition.unchanged, 8, (path) => linkOrCopy(join(from, path), join(aside, path)))
  await inParallel(
    edition.files.filter((file) => 'file' in file),
    2,
    (file) => takeOver(file, join(aside, file.path)),
  )
  const inMemory = edition.files.filter((file) => 'bytes' in file)
  await writeAllDurably(
    aside,
    inMemory.map(({ path, bytes }) => ({ file: join(aside, path), bytes })),
  )
  await inParallel([...folders], 8, flushFolder)
}

/** Removes what publishers that died left behind under numbers that have been published since. */
async function clearLeftovers(folder: string, number: number): Promise<void> {
  for (const name of await readdir(folder)) {
    const left = /^\.new-(\d+)-/.exec(name)
    if (left !== null && Number(left[1]) < number) await rm(join(folder, name), { recursive: true, force: true })
  }
}

/** Editions as plain folders below `root`. A reader sees a whole edition or none, also after a power cut. */
export function createEditionStore({ root }: { readonly root: string }): EditionStore {
  return {
    async series() {
      const names = await readdir(root).catch(() => [])
      const found = await Promise.all(
        names.filter(isSeries).map((name) =>
          stat(join(root, name, 'latest')).then(
            () => name,
            () => undefined,
          ),
        ),
      )
      return found.filter((name) => name !== undefined).sort()
    },
    async latest(series) {
      const text = (await findBytes(join(root, series, 'latest')))?.toString().trim()
      return text !== undefined && /^[1-9]\d{0,8}$/.test(text) ? Number(text) : undefined
    },
    read: (series, number, path) => findBytes(join(root, series, String(number), path)),
    open: (series, number, path) => findOpen(join(root, series, String(number), path)),
    async holds(series, number, files: readonly EditionFile[]) {
      let isWhole = true
      await inParallel(files, 8, async ({ path, size }) => {
        const found = await stat(join(root, series, String(number), path)).catch(() => undefined)
        if (found?.size !== size) isWhole = false
      })
      return isWhole
    },
    async put(edition) {
      const folder = join(root, edition.series)
      await mkdir(folder, { recursive: true })
      if (!isOpenToAll(edition.series)) await chmod(folder, 0o700)
      await clearLeftovers(folder, edition.number)
      const aside = join(folder, `.new-${edition.number}-${randomBytes(4).toString('hex')}`)
      try {
        await mkdir(aside)
        await fill(aside, edition, folder)
        await rename(aside, join(folder, String(edition.number)))
      } catch (error) {
        // On a full disk, what was begun must not keep the room that the next try needs.
        await rm(aside, { recursive: true, force: true })
        throw error
      }
      await flushFolder(folder)
    },
    async announce(series, number) {
      replaceDurably(join(root, series, 'latest'), `${number}\n`)
    },
    watch(series, wake) {
      let watcher: FSWatcher | undefined
      try {
        watcher = watch(join(root, series), { persistent: false }, (_event, name) => {
          if (name === null || name === 'latest') wake()
        })
        watcher.on('error', () => watcher?.close())
      } catch {
        // No folder yet, or no more watches to be had: the reader looks by itself as well.
      }
      return () => watcher?.close()
    },
  }
}
