import { parseNote } from './note.ts'

/**
 * Many checkpoints in one text, as they are published and as a witness keeps them: notes one after the other with an
 * empty line between. A checkpoint's text has no empty line of its own, so they come apart again.
 */
export function joinNotes(notes: readonly string[]): string {
  return notes.join('\n')
}

/** Takes such a text apart; what stands at its end and is no whole note is left out, and `rest` says how long it is. */
export function splitNotes(text: string): { readonly notes: string[]; readonly rest: number } {
  const pieces = text.split('\n\n')
  const notes: string[] = []
  let taken = 0
  for (let at = 0; at + 1 < pieces.length; at += 2) {
    const isLast = at + 2 >= pieces.length
    const body = pieces[at] ?? ''
    const lines = pieces[at + 1] ?? ''
    const note = `${body}\n\n${isLast ? lines : `${lines}\n`}`
    if (parseNote(note) === undefined) break
    notes.push(note)
    taken += Buffer.byteLength(note) + (isLast ? 0 : 1)
  }
  return { notes, rest: Buffer.byteLength(text) - taken }
}
