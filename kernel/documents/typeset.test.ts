import { expect, test } from 'vitest'
import { typeset } from './index.ts'

const layout = `
#let data = json(bytes(sys.inputs.data))
#set document(title: data.title)
#set text(font: ("Source Sans 3", "Noto Nastaliq Urdu"))
#data.title
`
const madeAt = new Date('2026-02-08T12:00:00Z')

test('a document has the text of both scripts, both typefaces, and is PDF/A', async () => {
  const pdf = await typeset({ layout, data: { title: 'Audit – جائزہ' }, madeAt })
  const bytes = pdf.toString('latin1')
  expect(bytes.slice(0, 5)).toBe('%PDF-')
  expect(bytes).toMatch(/SourceSans3/)
  expect(bytes).toMatch(/NotoNastaliqUrdu/)
  expect(bytes).toMatch(/pdfaid:part>2</)
})

test('the same data at the same instant give the same bytes', async () => {
  const [one, two] = [
    await typeset({ layout, data: { title: 'a' }, madeAt }),
    await typeset({ layout, data: { title: 'a' }, madeAt }),
  ]
  expect(one.equals(two)).toBe(true)
})

test('data cannot become layout', async () => {
  const pdf = await typeset({ layout, data: { title: '#panic("owned") $x$ \\ ]' }, madeAt })
  expect(pdf.length).toBeGreaterThan(1000)
})

test('a layout that is wrong throws', async () => {
  await expect(typeset({ layout: '#panic("no")', data: {}, madeAt })).rejects.toThrow('panicked with')
})
