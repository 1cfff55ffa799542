import type { FileProblemList, RefusalList } from './refusal-lists.ts'

const introduction = `# Refusals

What a person or a device can cause is answered with a code of this list, over HTTP as a problem document (RFC 9457):
\`type\` is \`/refusals#code\`, \`title\` the English sentence, \`titleUr\` the Urdu one, \`field\` the field at fault, \`figures\`
the numbers that explain it. Codes are stable. Words in braces are filled in when it happens. \`http.bug\` (500) is no
refusal: it is a mistake of ours, and its \`instance\` names the entry in the server's log.

This page is generated from the lists in the code: \`npm run refusals\`. A test holds both equal.
`

const problemsIntroduction = `## Problems of files

An importer reads the whole file, names each problem with file, line and field, and imports nothing where there is one.
`

/** `docs/refusals.md`: one table a list, with code, status, both sentences and section. Ends with a newline. */
export function refusalsDocument(refusals: readonly RefusalList[], files: readonly FileProblemList[]): string {
  const parts = [introduction]
  for (const { system, name, kinds } of refusals)
    parts.push(
      `## ${system}: ${name.en} · ${name.ur}\n`,
      table(
        ['Code', 'Status', 'English', 'Urdu', 'Section'],
        kinds.map(({ code, status, en, ur, section }) => [`\`${code}\``, String(status), en, ur, section ?? '']),
      ),
    )
  parts.push(problemsIntroduction)
  for (const { system, name, kinds } of files)
    parts.push(
      `### ${system}: ${name.en} · ${name.ur}\n`,
      table(
        ['Code', 'English', 'Urdu'],
        kinds.map(({ code, text }) => [`\`${code}\``, text.en, text.ur]),
      ),
    )
  return parts.join('\n')
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`
  return `${[line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')}\n`
}
