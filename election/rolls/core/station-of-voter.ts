import type { Gender, RollPart } from './register/voter.ts'

/** A range of a block's list and the station that serves it. `slot`: 0 for the block's first seat, 1 for its second. */
export interface ServedPart extends RollPart {
  readonly station: number
  readonly slot: 0 | 1
}

export type StationsOfVoter = (
  block: string,
  gender: Gender,
  serial: number,
) => readonly [number | undefined, number | undefined]

/** Looks a voter's stations up by block, gender and serial. Throws `RangeError` where two stations claim the same voters. */
export function stationsOfVoters(parts: Iterable<ServedPart>): StationsOfVoter {
  const lists = new Map<string, ServedPart[]>()
  for (const part of parts) {
    const key = `${part.block}${part.gender}`
    const list = lists.get(key)
    if (list === undefined) lists.set(key, [part])
    else list.push(part)
  }
  for (const list of lists.values()) {
    list.sort((a, b) => a.slot - b.slot || a.fromSerial - b.fromSerial)
    for (const [i, part] of list.entries()) {
      const next = list[i + 1]
      if (next !== undefined && next.slot === part.slot && next.fromSerial <= part.toSerial)
        throw new RangeError(
          `two stations serve ${part.gender} voters ${next.fromSerial}–${part.toSerial} of block ${part.block}`,
        )
    }
  }
  return (block, gender, serial) => {
    const found: [number | undefined, number | undefined] = [undefined, undefined]
    for (const part of lists.get(`${block}${gender}`) ?? [])
      if (serial >= part.fromSerial && serial <= part.toSerial) found[part.slot] = part.station
    return found
  }
}
