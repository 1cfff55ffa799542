import { describe, expect, test } from 'vitest'
import { evidenceTypeOf } from './evidence-type.ts'

const bytes = (...parts: readonly (string | number[])[]) =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from(part))))

describe('what a file is, by its first bytes', () => {
  test.each([
    ['image/jpeg', bytes([0xff, 0xd8, 0xff, 0xe0], 'JFIF')],
    ['image/png', bytes([0x89], 'PNG\r\n\x1a\n')],
    ['image/webp', bytes('RIFF', [1, 2, 3, 4], 'WEBPVP8 ')],
    ['application/pdf', bytes('%PDF-1.7\n')],
  ])('%s', (type, given) => {
    expect(evidenceTypeOf(given)).toBe(type)
  })

  test.each([
    ['an SVG', bytes('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')],
    ['a page', bytes('<!doctype html><script>alert(1)</script>')],
    ['a page with a PDF further down', bytes('<html>%PDF-1.7')],
    ['a GIF', bytes('GIF89a')],
    ['a sound in the same container as WebP', bytes('RIFF', [1, 2, 3, 4], 'WAVEfmt ')],
    ['a JPEG cut after two bytes', bytes([0xff, 0xd8])],
    ['a PNG that went through a text conversion', bytes([0x89], 'PNG\n\x1a\n')],
    ['nothing', bytes()],
  ])('%s is none of them', (_name, given) => {
    expect(evidenceTypeOf(given)).toBeUndefined()
  })
})
