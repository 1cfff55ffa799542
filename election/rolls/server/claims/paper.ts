import { readFile } from 'node:fs/promises'
import { typeset } from '@intikhab/kernel/documents'
import type { Language } from '@intikhab/kernel/language'
import { renderSVG } from 'uqr'
import type { ClaimLine } from '../../core/claims/claim-lines.ts'

/** A cell of a table; a code runs left to right in both languages. */
export type PaperCell = string | { readonly code: string }

/** What a paper consists of, one below the other. In a table `☐` is a box to tick and `___` a place to write. */
export type PaperBlock =
  | { readonly kind: 'heading' | 'text' | 'strong'; readonly text: string }
  | { readonly kind: 'facts' | 'large'; readonly rows: readonly ClaimLine[] }
  | { readonly kind: 'blanks'; readonly rows: readonly { readonly name: string; readonly box: boolean }[] }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | { readonly kind: 'sign'; readonly names: readonly string[] }
  | {
      readonly kind: 'table'
      readonly head: readonly string[]
      /** Shares of the width; 0 as narrow as its content. */
      readonly widths: readonly number[]
      readonly rows: readonly (readonly PaperCell[])[]
    }

/** A paper of one language. */
export interface Paper {
  readonly language: Language
  readonly office: string
  readonly title: string
  /** Below the title; empty for nothing. */
  readonly under: string
  readonly footer: string
  /** Address behind the QR code; null for none. */
  readonly address: string | null
  readonly landscape?: true
  readonly blocks: readonly PaperBlock[]
}

let layout: Promise<string> | undefined

/** Sets a paper as PDF/A. */
export async function paperDocument({ address, ...paper }: Paper, madeAt: Date): Promise<Buffer> {
  layout ??= readFile(new URL('./claim-paper.typ', import.meta.url), 'utf8')
  const qr = address === null ? '' : renderSVG(address, { ecc: 'M', border: 2 })
  return typeset({ layout: await layout, data: { landscape: false, ...paper, qr }, madeAt })
}
