import { createHash } from 'node:crypto'
import { open } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { gunzipSync, gzipSync } from 'node:zlib'
import { rolldown } from 'rolldown'
import { markLine, readMarkLine, type CopyMark } from '../../core/editions/copy-mark.ts'
import type { ListedArea } from '../../core/editions/list-format.ts'
import { searchableLine } from '../../core/editions/searchable-row.ts'
import type { ListEdition } from './read-lists.ts'

/** What the copy is of. */
export interface SearchableOrder {
  readonly list: ListEdition
  readonly areas: readonly ListedArea[]
  readonly mark: CopyMark
  /** The seat, e.g. `NA-46 Islamabad-I`, in both languages. */
  readonly seat: { readonly en: string; readonly ur: string }
  readonly onArea?: (done: number) => Promise<void>
}

let script: Promise<string> | undefined

/** The program of the page, bundled once a process. */
function pageScript(): Promise<string> {
  script ??= (async () => {
    const input = fileURLToPath(new URL('../../web/editions/searchable/page.ts', import.meta.url))
    await using bundle = await rolldown({ input, platform: 'browser', treeshake: true })
    const { output } = await bundle.generate({ format: 'iife', minify: true })
    // A closing tag inside a text would end the script.
    return output[0].code.replaceAll('</script', '<\\/script')
  })()
  return script
}

const html = (text: string): string => text.replaceAll(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`)

const style = `
  :root { --green: #0b5d3b; --line: #c9d1cc; color-scheme: light; }
  body { margin: 0; font: 16px/2.1 'Noto Nastaliq Urdu', 'Jameel Noori Nastaleeq', 'Urdu Typesetting', serif; color: #16211b; }
  header { position: sticky; top: 0; background: #fff; border-bottom: 2px solid var(--green); padding: 8px 16px; z-index: 1; }
  h1 { font-size: 1.2rem; margin: 0; }
  .mark { color: #8a1c1c; font-weight: 600; overflow-wrap: anywhere; }
  [dir=ltr], .latin { font-family: 'Source Sans 3', system-ui, sans-serif; line-height: 1.6; }
  form { display: flex; gap: 8px; flex-wrap: wrap; }
  input { flex: 1 1 18rem; } input, select { font: inherit; padding: 2px 8px; border: 1px solid #5b6b62; border-radius: 4px; max-width: 100%; }
  main { padding: 8px 16px; overflow-x: auto; }
  table { border-collapse: collapse; width: 100%; } th { background: #eef4f0; }
  th, td { border: 1px solid var(--line); padding: 2px 8px; text-align: start; vertical-align: top; }
  td[dir=ltr] { font-variant-numeric: tabular-nums; text-align: right; white-space: nowrap; }
  .across { position: fixed; inset: 0; pointer-events: none; display: grid; place-content: center; transform: rotate(-30deg);
    font-size: 2.4rem; color: #8a1c1c; opacity: .1; text-align: center; }
  @media print { form { display: none; } header { position: fixed; inset-inline: 0; } main { padding-top: 9rem; } tr { break-inside: avoid; } }`

function headOf({ mark, seat, areas, list }: SearchableOrder): string {
  const { copy, recipient, edition, editionSha256 } = mark
  // Each script by itself: a number between two would join either.
  const visible = `<bdi>نقل نمبر ${copy}</bdi> <bdi class="latin" lang="en" dir="ltr">Copy ${copy}</bdi>`
  const options = areas
    .map(({ block, nameUr }) => `<option value="${block}">${block} ${html(nameUr)}</option>`)
    .join('')
  return `<!doctype html>
<html lang="ur" dir="rtl" data-copy="${copy}">
<meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta name="intikhab-copy" content="${html(markLine(mark).slice(1))}">
<title>${html(seat.en)} · Copy ${copy}</title>
<style>${style}</style>
<body>
<div class="across" aria-hidden="true">${visible}<br>${html(recipient)}</div>
<header>
<h1>${html(list.description.nameUr)}: ${html(seat.ur)} <span class="latin" lang="en" dir="ltr">${html(seat.en)}</span></h1>
<p class="mark">${visible} <bdi>${html(recipient)}</bdi> <bdi dir="ltr">${html(edition)} ${editionSha256.slice(0, 16)}</bdi></p>
<form onsubmit="return false"><input id="query" type="search" autocomplete="off" dir="auto" aria-label="نام، شناختی کارڈ یا سلسلہ نمبر · Name, CNIC or serial" placeholder="نام، شناختی کارڈ یا سلسلہ نمبر · Name, CNIC or serial">
<select id="area" aria-label="انتخابی علاقہ · Electoral area"><option value="">تمام انتخابی علاقے · All areas</option>${options}</select></form>
<p id="state" role="status"></p>
</header>
<main><table><thead><tr><th>سلسلہ</th><th>گھرانہ</th><th>نام</th><th>ولدیت / زوجیت</th><th>شناختی کارڈ</th><th>عمر</th><th>جنس</th><th>پتا</th><th>بلاک</th></tr></thead><tbody id="rows"></tbody></table></main>
`
}

/**
 * Writes the searchable copy of a seat for a recipient (s.41): one file of HTML that any browser opens without a network,
 * with what the printed list has. One area is in memory at a time.
 */
export async function writeSearchableCopy(
  target: string,
  order: SearchableOrder,
): Promise<{ readonly bytes: number; readonly sha256: string }> {
  const { list, areas, mark, onArea } = order
  const hash = createHash('sha256')
  const handle = await open(target, 'w')
  let bytes = 0
  const write = async (text: string): Promise<void> => {
    const part = Buffer.from(text)
    hash.update(part)
    bytes += part.length
    await handle.write(part)
  }
  try {
    await write(headOf(order))
    for (const [done, area] of areas.entries()) {
      const voters = await list.voters(area)
      const inPrintedOrder = (['male', 'female', 'other'] as const).flatMap((one) =>
        voters.filter(({ gender }) => gender === one),
      )
      const lines = inPrintedOrder.map((voter) => searchableLine(voter, list.description.qualifyingDate))
      const data = gzipSync([markLine(mark), ...lines].join('\n')).toString('base64')
      await write(`<script type="text/plain" data-block="${area.block}">${data}</script>\n`)
      await onArea?.(done + 1)
    }
    await write(`<script>${await pageScript()}</script>\n</body>\n</html>\n`)
    await handle.sync()
    return { bytes, sha256: hash.digest('hex') }
  } finally {
    await handle.close()
  }
}

/** To whom a searchable copy was given, by any part of the file that is left; undefined where no mark is. */
export function tellCopy(text: string): CopyMark | undefined {
  for (const [, data] of text.matchAll(/<script[^>]*data-block[^>]*>([A-Za-z0-9+/=]+)/g)) {
    const found = readMarkLine(
      gunzipSync(Buffer.from(data ?? '', 'base64'))
        .toString()
        .split('\n', 1)[0] ?? '',
    )
    if (found !== undefined) return found
  }
  const meta = /name="intikhab-copy" content="([^"]*)"/.exec(text)?.[1]
  if (meta === undefined) return undefined
  return readMarkLine(`#${meta.replaceAll(/&#(\d+);/g, (_all, code: string) => String.fromCharCode(Number(code)))}`)
}
