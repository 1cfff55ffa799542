/** What is done with a voter: the 13 digits of the CNIC stand in `bytes` from `at`; state and gender are places in their lists. */
export type TakeVoter = (
  bytes: Uint8Array,
  at: number,
  block: number,
  gender: number,
  serial: number,
  household: number,
  state: number,
) => void

const [tab, newline, zero] = [9, 10, 48]
const cnicDigits = 13

/** Letters of the register, in the order of `packGenders` and `packStates`. */
const placesOf = (letters: string): Int8Array => {
  const places = new Int8Array(128).fill(-1)
  for (let place = 0; place < letters.length; place++) places[letters.charCodeAt(place)] = place
  return places
}
const genderPlaces = placesOf('mfo')
const statePlaces = placesOf('abdo')

/**
 * Reads `cnic, block, gender, serial, household, status` in PostgreSQL's text format, in chunks that may break anywhere.
 * No string and no object is made for a voter: a roll has 128 million. Throws for a line that is none, which is a bug.
 */
export function readVoterLines(take: TakeVoter): (chunk: Uint8Array) => void {
  let rest = new Uint8Array(0)

  /** Reads whole lines; returns where the last, unfinished one begins. */
  function readLines(bytes: Uint8Array): number {
    const end = bytes.lastIndexOf(newline) + 1
    let at = 0
    const number = (): number => {
      let value = 0
      for (let byte = bytes[at++] ?? tab; byte !== tab && byte !== newline; byte = bytes[at++] ?? tab) {
        if (byte < zero || byte > zero + 9)
          throw new Error('this is no line of the register: a number has other letters')
        value = value * 10 + byte - zero
      }
      return value
    }
    while (at < end) {
      const cnic = at
      at += cnicDigits
      if (bytes[at++] !== tab) throw new Error('this is no line of the register: no CNIC of 13 digits')
      const block = number()
      const gender = genderPlaces[bytes[at] ?? 0] ?? -1
      at += 2
      const serial = number()
      const household = number()
      const state = statePlaces[bytes[at] ?? 0] ?? -1
      at += 2
      if (gender < 0 || state < 0) throw new Error('this is no line of the register: no such gender or status')
      take(bytes, cnic, block, gender, serial, household, state)
    }
    return end
  }

  return (chunk) => {
    let begin = 0
    if (rest.length > 0) {
      const end = chunk.indexOf(newline) + 1
      const line = new Uint8Array(rest.length + (end === 0 ? chunk.length : end))
      line.set(rest)
      line.set(end === 0 ? chunk : chunk.subarray(0, end), rest.length)
      rest = line
      if (end === 0) return
      readLines(line)
      begin = end
    }
    const whole = chunk.subarray(begin)
    // A copy: what is kept must not change with the chunk, which a socket may use again.
    rest = new Uint8Array(whole.subarray(readLines(whole)))
  }
}
