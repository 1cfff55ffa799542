import { expect, test } from 'vitest'
import { parties } from './parties.ts'
import { partyRegistry } from './party.ts'

test.each([
  ['Pasban Pakistan.', 'pasban'],
  ['Jamiat Ulama-e-Pakistan \u00a0(Noorani)', 'jup-noorani'],
  ['JAMIAT ULEMA-E-PAKISTAN (NOORANI)', 'jup-noorani'],
  ['Pakistan Kissan Ittehad(Ch. Anwar)', 'pki-anwar'],
  ['All Pakistan Muslim League (jinnah)', 'apml-jinnah'],
  ['Pakistan Muslim League Orginization', 'pml-organization'],
  ['پاكستان تحريک انصاف', 'pti'],
])('"%s" is the party %s', (written, id) => {
  expect(parties.find(written)?.id).toBe(id)
})

test('parties with like names stay apart', () => {
  const ids = ['Pakistan Peoples Party', 'Pakistan Peoples Party Parliamentarians', 'Pakistan Muslim League (N)']
  expect(ids.map((name) => parties.find(name)?.id)).toEqual(['ppp', 'pppp', 'pml-n'])
  expect(parties.find('Pakistan Muslim League (X)')).toBeUndefined()
})

test('a registry in which two parties claim one spelling is not built', () => {
  const like = (id: string) => ({ id, name: { en: 'One & Same', ur: 'ایک ہی' }, aliases: [] })
  expect(() => partyRegistry([like('a'), like('b')])).toThrow(/claimed by a and by b/)
})

test('every identifier is one of its kind and every name has Urdu letters', () => {
  const ids = parties.parties.map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
  for (const { name } of parties.parties) expect(name.ur).toMatch(/^[^\u064A\u0643\u0647\u0629]*\p{Script=Arabic}/u)
})
