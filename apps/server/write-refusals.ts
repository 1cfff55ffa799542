/** `npm run refusals`: writes `docs/refusals.md` anew from the lists in the code. */
import { writeFileSync } from 'node:fs'
import { fileProblemLists, refusalLists } from './refusal-lists.ts'
import { refusalsDocument } from './refusals-document.ts'

const target = new URL('../../docs/refusals.md', import.meta.url)
writeFileSync(target, refusalsDocument(refusalLists, fileProblemLists))
const codes = [...refusalLists, ...fileProblemLists].reduce((sum, { kinds }) => sum + kinds.length, 0)
process.stdout.write(`docs/refusals.md: ${codes} codes\n`)
