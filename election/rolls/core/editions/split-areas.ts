/** The lines of one electoral area, in the chunks in which they came, and how many voters each list has. */
export interface SplitArea {
  readonly block: number
  readonly chunks: readonly Uint8Array[]
  men: number
  women: number
  others: number
}

const [newline, zero, man, woman] = [10, 48, 109, 102]
const blockDigits = 9

/**
 * Splits lines that begin with nine digits of a block, a tab and a letter for the gender, sorted by block, into areas.
 * Nothing is made of a line: a roll has 128 million. Chunks may break anywhere. Gives the area that is complete to `done`.
 */
export function splitAreas(done: (area: SplitArea) => void): { push(chunk: Uint8Array): void; end(): void } {
  let rest: Uint8Array = new Uint8Array(0)
  let area: (SplitArea & { readonly chunks: Uint8Array[] }) | undefined

  function push(chunk: Uint8Array): void {
    let bytes = chunk
    if (rest.length > 0) {
      bytes = new Uint8Array(rest.length + chunk.length)
      bytes.set(rest)
      bytes.set(chunk, rest.length)
    }
    const end = bytes.lastIndexOf(newline) + 1
    let from = 0
    for (let at = 0; at < end; at = bytes.indexOf(newline, at + blockDigits) + 1) {
      let block = 0
      for (let digit = 0; digit < blockDigits; digit++) block = block * 10 + (bytes[at + digit] ?? zero) - zero
      if (block !== area?.block) {
        if (area !== undefined) {
          if (at > from) area.chunks.push(bytes.subarray(from, at))
          done(area)
        }
        from = at
        area = { block, chunks: [], men: 0, women: 0, others: 0 }
      }
      const gender = bytes[at + blockDigits + 1]
      if (gender === man) area.men++
      else if (gender === woman) area.women++
      else area.others++
    }
    if (area !== undefined && end > from) area.chunks.push(bytes.subarray(from, end))
    // A copy: what is kept must not hang on to the chunk.
    rest = bytes.slice(end)
  }

  return {
    push,
    end() {
      if (rest.length > 0) throw new Error('the last line of the list is cut off')
      if (area !== undefined) done(area)
      area = undefined
    },
  }
}
