import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { Face } from './face.ts'

/** What is used of HarfBuzz's subsetter (hb-subset.h). Everything is an address or a number. */
interface Subsetter {
  readonly memory: WebAssembly.Memory
  readonly _initialize: () => void
  readonly malloc: (size: number) => number
  readonly hb_blob_create: (data: number, length: number, mode: number, user: number, destroy: number) => number
  readonly hb_blob_get_data: (blob: number, length: number) => number
  readonly hb_blob_get_length: (blob: number) => number
  readonly hb_blob_destroy: (blob: number) => void
  readonly hb_face_create: (blob: number, index: number) => number
  readonly hb_face_reference_blob: (face: number) => number
  readonly hb_face_destroy: (face: number) => void
  readonly hb_set_add: (set: number, value: number) => void
  readonly hb_subset_input_create_or_fail: () => number
  readonly hb_subset_input_glyph_set: (input: number) => number
  readonly hb_subset_input_set: (input: number, which: number) => number
  readonly hb_subset_input_set_flags: (input: number, flags: number) => void
  readonly hb_subset_input_destroy: (input: number) => void
  readonly hb_subset_or_fail: (face: number, input: number) => number
}

/** Numbers of hb-subset.h and hb-blob.h. */
const [readOnly, dropTables] = [1, 3]
const flags = 0x1 /* no hinting */ | 0x2 /* glyphs keep their numbers */ | 0x200 /* no glyphs besides those asked for */
/** What an embedded CIDFontType2 has no use for (PDF 32000-1, 9.9): shaping is done, names and characters are the PDF's. */
const dropped = ['GSUB', 'GPOS', 'GDEF', 'BASE', 'STAT', 'cmap', 'name', 'OS/2', 'gasp', 'DSIG']

/** Four letters as one number. */
const tag = (name: string): number => Buffer.from(name, 'latin1').readUInt32BE(0)

const require = createRequire(import.meta.url)

async function instantiate(): Promise<Subsetter> {
  const { instance } = await WebAssembly.instantiate(
    await readFile(require.resolve('harfbuzzjs/dist/harfbuzz-subset.wasm')),
  )
  const subsetter = instance.exports as unknown as Subsetter
  // oxlint-disable-next-line no-underscore-dangle -- the name that every WebAssembly library of this kind has
  subsetter._initialize()
  return subsetter
}

/** Cuts a face down to the glyphs that a document uses; the glyphs keep their numbers. */
export type CutDown = (face: Face, glyphs: Iterable<number>) => Uint8Array

let opened: Promise<CutDown> | undefined

async function openCutDown(): Promise<CutDown> {
  const hb = await instantiate()
  const faces = new Map<Face, number>()
  const faceOf = (face: Face): number => {
    const known = faces.get(face)
    if (known !== undefined) return known
    const data = hb.malloc(face.trueType.byteLength)
    new Uint8Array(hb.memory.buffer).set(face.trueType, data)
    const made = hb.hb_face_create(hb.hb_blob_create(data, face.trueType.byteLength, readOnly, 0, 0), 0)
    faces.set(face, made)
    return made
  }
  return (face, glyphs) => {
    const whole = faceOf(face)
    const input = hb.hb_subset_input_create_or_fail()
    hb.hb_subset_input_set_flags(input, flags)
    for (const name of dropped) hb.hb_set_add(hb.hb_subset_input_set(input, dropTables), tag(name))
    const wanted = hb.hb_subset_input_glyph_set(input)
    for (const glyph of glyphs) hb.hb_set_add(wanted, glyph)
    const part = hb.hb_subset_or_fail(whole, input)
    hb.hb_subset_input_destroy(input)
    if (part === 0) throw new Error(`${face.name} cannot be cut down`)
    const blob = hb.hb_face_reference_blob(part)
    // Growing memory detaches its buffer: it is looked at only now.
    const bytes = new Uint8Array(hb.memory.buffer).slice(
      hb.hb_blob_get_data(blob, 0),
      hb.hb_blob_get_data(blob, 0) + hb.hb_blob_get_length(blob),
    )
    hb.hb_blob_destroy(blob)
    hb.hb_face_destroy(part)
    return bytes
  }
}

/** Loads the subsetter, once a process. */
export function openSubsetter(): Promise<CutDown> {
  opened ??= openCutDown()
  return opened
}
