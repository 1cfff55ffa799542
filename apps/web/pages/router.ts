import type { AnyPublicPage } from '@intikhab/kernel/screens'

/** A page with the parameters that its path was given. */
export interface Found {
  readonly page: AnyPublicPage
  readonly params: Readonly<Record<string, string>>
}

/** Finds pages by path: `/results/:election` matches `/results/demonstration-2026`. Paths with fixed words win over parameters. */
export function router(pages: readonly AnyPublicPage[]): (path: string) => Found | undefined {
  const compiled = pages
    .map((page) => ({ page, parts: page.path.split('/').filter((part) => part !== '') }))
    .sort((a, b) => parameters(a.parts) - parameters(b.parts))
  return (path) => {
    const given = path.split('/').filter((part) => part !== '')
    for (const { page, parts } of compiled) {
      const params = match(parts, given)
      if (params !== undefined) return { page, params }
    }
    return undefined
  }
}

const parameters = (parts: readonly string[]) => parts.filter((part) => part.startsWith(':')).length

function match(parts: readonly string[], given: readonly string[]): Record<string, string> | undefined {
  if (parts.length !== given.length) return undefined
  const params: Record<string, string> = {}
  for (const [index, part] of parts.entries()) {
    const value = given[index] ?? ''
    if (part.startsWith(':')) {
      const decoded = decode(value)
      if (decoded === undefined) return undefined
      params[part.slice(1)] = decoded
    } else if (part !== value) return undefined
  }
  return params
}

function decode(value: string): string | undefined {
  try {
    return decodeURIComponent(value)
  } catch {
    return undefined
  }
}
