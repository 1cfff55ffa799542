import { expect, test } from 'vitest'
import { deviceName } from './device-name.ts'

const mark = 'browser-b8cadd426b641b99'

test('a browser is named in words, and another one by the beginning of its mark', () => {
  expect(deviceName(mark, mark)).toMatchObject({ name: { en: 'this browser' }, mark: null })
  expect(deviceName(mark, 'browser-0011223344556677')).toMatchObject({ name: { en: 'a browser' }, mark: 'b8ca' })
})

test('an enrolled device is told by the beginning of its key', () => {
  expect(deviceName('5cac17a71cb8854da83d1b9a100c0ed7')).toMatchObject({
    name: { en: 'an enrolled device' },
    mark: '5cac17a7',
  })
})
