/** A number as PDF writes it: no exponent, no needless zero. */
export function shortest(value: number, digits: number): string {
  const text = value.toFixed(digits)
  if (!text.includes('.')) return text
  const cut = text.replace(/\.?0+$/, '')
  return cut === '-0' ? '0' : cut
}

/** Points to two digits: 3.5 µm. */
export const points = (value: number): string => shortest(value, 2)

/** A text string (PDF 32000-1, 7.9.2.2): UTF-16 with its mark, in hexadecimal. */
export function textString(text: string): string {
  const bytes = Buffer.from(`\uFEFF${text}`, 'utf16le').swap16()
  return `<${bytes.toString('hex').toUpperCase()}>`
}

/** A code of two bytes, as it stands between angle brackets. */
export const hexadecimal = (code: number): string => code.toString(16).padStart(4, '0').toUpperCase()
