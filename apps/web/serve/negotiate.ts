import { findLanguage, type Language } from '@intikhab/kernel/language'

/** The first language of an `Accept-Language` header that the house speaks, by its weights; English where there is none. */
export function preferredLanguage(header: string | undefined): Language {
  const wanted = (header ?? '')
    .split(',')
    .map((part) => {
      const [tag, ...parameters] = part.split(';')
      const weight = Number(/^\s*q=([\d.]+)\s*$/.exec(parameters.join(';'))?.[1] ?? '1')
      return { language: findLanguage(tag), weight: Number.isFinite(weight) ? weight : 0 }
    })
    .sort((a, b) => b.weight - a.weight)
  return wanted.find(({ language, weight }) => language !== undefined && weight > 0)?.language ?? 'en'
}

/** True if a client takes gzip, by its `Accept-Encoding`. */
export function takesGzip(header: string | string[] | undefined): boolean {
  return typeof header === 'string' && /(?:^|[\s,])(?:gzip|\*)(?!\s*;\s*q=0(?:\.0*)?\s*(?:,|$))/.test(header)
}
