import { expect, test } from 'vitest'
import { processorSeconds, readProcessorSeconds } from './processor-time.ts'

test('user and system time are found behind any name', () => {
  const line = '7788 (node (main) 1) S 7700 7788 7700 0 -1 4194304 190000 0 12 0 8640 1250 0 0 20 0 11 0 1 2 3'
  expect(readProcessorSeconds(line)).toBe(98.9)
})

test('a process that is gone has no time', () => {
  expect(processorSeconds(2 ** 30)).toBeNaN()
})
