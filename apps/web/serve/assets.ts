import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Language } from '@intikhab/kernel/language'
import type { Assets } from '@intikhab/kernel/screens'

/** A built file as it leaves. Its name carries its hash, so it never changes. */
interface ServedAsset {
  readonly mediaType: string
  readonly bytes: Buffer
  /** Undefined for formats that are compressed by themselves. */
  readonly gzipped: Buffer | undefined
}

interface BuiltFile {
  readonly file: string
  readonly css?: readonly string[]
  readonly assets?: readonly string[]
  readonly imports?: readonly string[]
}

const mediaTypes: Readonly<Record<string, string>> = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  woff2: 'font/woff2',
  svg: 'image/svg+xml',
}

/** The client build: what pages refer to, and its files by name. */
export interface ClientBuild {
  readonly publicAssets: Assets
  readonly staff: { readonly scripts: readonly string[]; readonly styles: readonly string[] }
  find(name: string): ServedAsset | undefined
}

/** Reads Vite's manifest of the client folder. Throws if there is no build. */
export function openClientBuild(folder: string): ClientBuild {
  const manifest = JSON.parse(readFileSync(join(folder, '.vite', 'manifest.json'), 'utf8')) as Record<string, BuiltFile>
  const entry = (name: string): BuiltFile => {
    const built = manifest[name]
    if (built === undefined) throw new Error(`The web build in ${folder} has no ${name}; run npm run build.`)
    return built
  }
  const withImports = (name: string): BuiltFile[] => {
    const seen = new Map<string, BuiltFile>()
    const visit = (each: string) => {
      if (seen.has(each)) return
      const built = entry(each)
      seen.set(each, built)
      for (const next of built.imports ?? []) visit(next)
    }
    visit(name)
    return [...seen.values()]
  }
  const site = withImports('enhance/index.ts')
  const staff = withImports('staff/index.tsx')
  const names = new Set(
    Object.values(manifest).flatMap(({ file, css = [], assets = [] }) => [file].concat(css, assets)),
  )
  const url = (file: string) => `/${file}`
  const fonts = [...names].filter((name) => name.endsWith('.woff2'))
  const font = (part: string) => fonts.filter((name) => name.includes(part)).map(url)
  const latin = font('source-sans-3-latin-wght')
  const preload: Readonly<Record<Language, readonly string[]>> = {
    en: latin,
    ur: [...font('nastaliq-urdu-arabic-'), ...latin],
  }
  const read = new Map<string, ServedAsset>()
  return {
    publicAssets: {
      styles: [...new Set(site.flatMap(({ css }) => css ?? []))].map(url),
      scripts: [url(entry('enhance/index.ts').file)],
      fonts: preload,
    },
    staff: {
      scripts: [url(entry('staff/index.tsx').file)],
      styles: [...new Set(staff.flatMap(({ css }) => css ?? []))].map(url),
    },
    find(name) {
      if (!names.has(name)) return undefined
      const known = read.get(name)
      if (known !== undefined) return known
      const bytes = readFileSync(join(folder, name))
      const extension = name.split('.').at(-1) ?? ''
      const made: ServedAsset = {
        mediaType: mediaTypes[extension] ?? 'application/octet-stream',
        bytes,
        gzipped: extension === 'woff2' ? undefined : gzipSync(bytes, { level: 9 }),
      }
      read.set(name, made)
      return made
    },
  }
}
