import { InvalidArgumentError } from 'commander'

/** Reads a number option within bounds, both included; what is none is refused with the bounds. */
export function numberFrom(least: number, most: number): (text: string) => number {
  return (text) => {
    const number = text.trim() === '' ? Number.NaN : Number(text)
    if (!Number.isFinite(number) || number < least || number > most)
      throw new InvalidArgumentError(`a number from ${least} to ${most}`)
    return number
  }
}
