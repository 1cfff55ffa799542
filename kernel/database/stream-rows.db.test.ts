import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { freshDatabase } from '@intikhab/kernel/testkit'
import { streamRows, type Database } from './index.ts'

let database: Database
let drop: () => Promise<void>
beforeAll(async () => ({ database, drop } = await freshDatabase(inject('postgresUrl'), [])))
afterAll(() => drop())

const numbers = (last: number) => streamRows<{ n: number }>(database, `select n from generate_series(1, ${last}) n`)

test('every row comes once and in order, whatever their number', async () => {
  for (const last of [0, 1, 1999, 2000, 2001, 4000, 5000]) {
    let expected = 0
    for await (const { n } of numbers(last)) expect(n).toBe(++expected)
    expect(expected).toBe(last)
  }
})

test('a reader that gives up leaves the connection free for the next', async () => {
  for (let time = 0; time < 25; time++)
    for await (const { n } of numbers(10_000)) {
      expect(n).toBe(1)
      break
    }
  expect(database.pool.totalCount - database.pool.idleCount).toBe(0)
})

test('a query that fails says so and leaves no broken connection behind', async () => {
  await expect(streamRows(database, 'select 1 / 0').next()).rejects.toThrow(/division by zero/)
  expect((await database.pool.query('select 1 as one')).rows).toEqual([{ one: 1 }])
})
