let read: Readonly<Record<string, string>> | undefined

/** A text that the page brought along, with its `{…}` filled. */
export function word(key: string, values: Readonly<Record<string, string | number>> = {}): string {
  read ??= JSON.parse(document.querySelector<HTMLMetaElement>('meta[name=words]')?.content ?? '{}') as Record<
    string,
    string
  >
  return (read[key] ?? key).replace(/\{(\w+)\}/g, (all, name: string) => String(values[name] ?? all))
}
