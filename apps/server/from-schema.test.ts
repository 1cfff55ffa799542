import fc from 'fast-check'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { fromSchema, type JsonSchema } from './from-schema.testkit.ts'

const body = z.discriminatedUnion('form', [
  z.strictObject({
    form: z.literal('45'),
    keyId: z.string().regex(/^[0-9a-f]{32}$/),
    votes: z.array(z.int().min(0).max(9_999_999)).min(1).max(3),
    reason: z.string().min(10).max(20).nullable(),
    cause: z.enum(['recount', 'court-order']),
    note: z.string().optional(),
  }),
  z.strictObject({ form: z.literal('46'), confirm: z.boolean(), pair: z.tuple([z.int(), z.string()]) }),
])

test('whatever is drawn from a schema is allowed by it', () => {
  const drawn = fromSchema(z.toJSONSchema(body) as JsonSchema, {}, {})
  fc.assert(
    fc.property(drawn, (value) => {
      expect(body.safeParse(value).error).toBeUndefined()
    }),
  )
})

test('a field with known values gets one of them more often than not', () => {
  const schema = z.toJSONSchema(z.object({ contest: z.string() })) as JsonSchema
  const drawn = fc.sample(fromSchema(schema, {}, { contest: ['NA-46'] }), 200) as { contest: string }[]
  expect(drawn.filter(({ contest }) => contest === 'NA-46').length).toBeGreaterThan(100)
})
