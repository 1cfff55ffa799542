import { sha256Of, type EditionStore } from '@intikhab/kernel/editions'
import { parseAct, parseKeys, type KeyHistory, type Ledger, type Mark } from '@intikhab/kernel/ledger'

/** The editions that the ledger knows: `series/number` with the SHA-256 of the manifest. Reads every entry. */
async function editionsInLedger(ledger: Ledger): Promise<Map<string, string>> {
  const { size } = ledger.latest()
  const found = new Map<string, string>()
  for (let index = 0; index * 256 < size; index++)
    for (const entry of (await ledger.files.entries(size, index)) ?? []) {
      // Most entries are no editions, and parsing a million of them takes its time.
      if (!entry.includes('"edition-published"')) continue
      const { system, act, subject, detail } = parseAct(entry)
      const sha256 = detail['sha256']
      if (system === 'editions' && act === 'edition-published' && typeof sha256 === 'string') found.set(subject, sha256)
    }
  return found
}

/**
 * The newest edition of each series, announced or not. With `ledger`, only what it knows: where somebody else may have
 * signed too, a forged edition in the store must not be taken for the last true one.
 */
export async function lastEditions(store: EditionStore, ledger?: Ledger): Promise<Record<string, Mark>> {
  const known = ledger === undefined ? undefined : await editionsInLedger(ledger)
  const last: Record<string, Mark> = {}
  for (const series of await store.series()) {
    let newest = (await store.latest(series)) ?? 0
    while ((await store.read(series, newest + 1, 'manifest.sig')) !== undefined) newest += 1
    for (let number = newest; number > 0 && last[series] === undefined; number--) {
      const manifest = await store.read(series, number, 'manifest.json')
      const sha256 = manifest === undefined ? undefined : sha256Of(manifest)
      if (sha256 !== undefined && (known === undefined || known.get(`${series}/${number}`) === sha256))
        last[series] = { number, sha256 }
    }
  }
  return last
}

/** The longest list of the publisher's keys that lies in a newest edition: for when our own is gone. */
export async function publishedKeys(store: EditionStore): Promise<KeyHistory | undefined> {
  let longest: KeyHistory | undefined
  for (const series of await store.series()) {
    const text = await store.read(series, (await store.latest(series)) ?? 0, 'publisher-keys.json')
    const keys = text === undefined ? undefined : parseKeys(text.toString())
    if (keys !== undefined && keys.ended.length >= (longest?.ended.length ?? 0)) longest = keys
  }
  return longest
}
