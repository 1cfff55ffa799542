import { expect, test } from 'vitest'
import { changedPaths, figuresOf, tellingPaths, withFigures } from './figures.ts'

const form = {
  validTotal: 612,
  candidates: [
    { serial: 1, valid: 401, total: 401 },
    { serial: 2, valid: 211, total: 211 },
  ],
  polled: { male: 320, female: 301, other: 0, total: 621 },
}

test('every figure of a form stands under its path, and comes back to where it was', () => {
  const figures = figuresOf(form)
  expect(figures['candidates.1.valid']).toBe(211)
  expect(Object.keys(figures)).toHaveLength(11)
  expect(withFigures(form, figures)).toEqual(form)
})

test('one corrected figure changes nothing but itself', () => {
  const before = figuresOf(form)
  const after = { ...before, 'candidates.1.valid': 112 }
  expect(changedPaths(before, after)).toEqual(['candidates.1.valid'])
  expect(withFigures(form, after)).toEqual({
    ...form,
    candidates: [form.candidates[0], { serial: 2, valid: 112, total: 211 }],
  })
})

test('a path that the form does not have is left out', () => {
  expect(withFigures(form, { 'candidates.2.valid': 9, spoilt: 4 })).toEqual(form)
})

test('where the valid votes and the total of a row change alike, the total says it', () => {
  const row = (valid: number, tendered: number) =>
    figuresOf({ candidates: [{ valid, tendered, total: valid + tendered }] })
  expect(tellingPaths(row(10, 0), row(8, 0))).toEqual(['candidates.0.total'])
  expect(tellingPaths(row(10, 0), row(8, 2))).toEqual(['candidates.0.valid', 'candidates.0.tendered'])
  expect(tellingPaths({}, row(3, 0))).toEqual(['candidates.0.tendered', 'candidates.0.total'])
})
