/**
 * Documents on paper: PDF/A typeset by Typst in this process, with the two typefaces of the house. Right for letters,
 * forms and reports, some fifty pages a second; a roll of thousands of pages wants a writer of its own.
 */
export { typeset, type Document } from './typeset.ts'
