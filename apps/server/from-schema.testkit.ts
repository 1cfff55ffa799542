import fc from 'fast-check'

/** A JSON Schema (2020-12) as the interface's description writes it: the keywords that zod emits. */
export interface JsonSchema {
  readonly $ref?: string
  readonly type?: string | readonly string[]
  readonly const?: unknown
  readonly enum?: readonly unknown[]
  readonly anyOf?: readonly JsonSchema[]
  readonly oneOf?: readonly JsonSchema[]
  readonly allOf?: readonly JsonSchema[]
  readonly properties?: Readonly<Record<string, JsonSchema>>
  readonly required?: readonly string[]
  readonly additionalProperties?: boolean | JsonSchema
  readonly items?: JsonSchema
  readonly prefixItems?: readonly JsonSchema[]
  readonly minItems?: number
  readonly maxItems?: number
  readonly minLength?: number
  readonly maxLength?: number
  readonly pattern?: string
  readonly minimum?: number
  readonly maximum?: number
}

/** Values that mean something in the demonstration country, by the name of the field or parameter that asks for them. */
export type KnownValues = Readonly<Record<string, readonly unknown[]>>

const text = (schema: JsonSchema): fc.Arbitrary<unknown> => {
  if (schema.pattern !== undefined) return fc.stringMatching(new RegExp(schema.pattern, 'u'))
  const { minLength = 0, maxLength = 200 } = schema
  // A length counts UTF-16 units, of which one letter may have several.
  return fc
    .string({ unit: 'grapheme', minLength, maxLength: Math.max(minLength, Math.min(maxLength, 40)) })
    .filter(({ length }) => length <= maxLength)
}

const whole = ({ minimum = -1000, maximum = 1_000_000 }: JsonSchema): fc.Arbitrary<unknown> =>
  fc.integer({ min: Math.max(minimum, -(2 ** 31)), max: Math.min(maximum, 2 ** 31 - 1) })

/**
 * Values that a schema allows; where `known` has values for a field, mostly those. `root` is the document to which
 * references lead.
 */
export function fromSchema(schema: JsonSchema, root: unknown, known: KnownValues, name = ''): fc.Arbitrary<unknown> {
  const listed = known[name]
  const drawn = anyOf(schema, root, known)
  return listed === undefined ? drawn : fc.oneof({ arbitrary: fc.constantFrom(...listed), weight: 4 }, drawn)
}

function anyOf(schema: JsonSchema, root: unknown, known: KnownValues): fc.Arbitrary<unknown> {
  if (schema.$ref !== undefined) return anyOf(at(root, schema.$ref), root, known)
  if (schema.const !== undefined) return fc.constant(schema.const)
  if (schema.enum !== undefined) return fc.constantFrom(...schema.enum)
  const choices = schema.anyOf ?? schema.oneOf
  if (choices !== undefined) return fc.oneof(...choices.map((each) => anyOf(each, root, known)))
  if (schema.allOf !== undefined)
    return fc.tuple(...schema.allOf.map((each) => anyOf(each, root, known))).map((all) => Object.assign({}, ...all))
  const types = Array.isArray(schema.type) ? schema.type : [schema.type as string | undefined]
  return fc.oneof(...types.map((type) => ofType(type, schema, root, known)))
}

function ofType(
  type: string | undefined,
  schema: JsonSchema,
  root: unknown,
  known: KnownValues,
): fc.Arbitrary<unknown> {
  if (type === 'string') return text(schema)
  if (type === 'integer' || type === 'number') return whole(schema)
  if (type === 'boolean') return fc.boolean()
  if (type === 'null') return fc.constant(null)
  if (type === 'array') return list(schema, root, known)
  if (type === 'object') return record(schema, root, known)
  return fc.jsonValue({ maxDepth: 2 })
}

function list(schema: JsonSchema, root: unknown, known: KnownValues): fc.Arbitrary<unknown> {
  if (schema.prefixItems !== undefined) return fc.tuple(...schema.prefixItems.map((each) => anyOf(each, root, known)))
  const minLength = schema.minItems ?? 0
  return fc.array(anyOf(schema.items ?? {}, root, known), {
    minLength,
    maxLength: Math.max(minLength, Math.min(schema.maxItems ?? 3, 4)),
  })
}

function record(schema: JsonSchema, root: unknown, known: KnownValues): fc.Arbitrary<unknown> {
  const fields = Object.entries(schema.properties ?? {})
  const named = fc.record(
    Object.fromEntries(fields.map(([name, inner]) => [name, fromSchema(inner, root, known, name)])),
    { requiredKeys: [...(schema.required ?? [])] },
  )
  if (typeof schema.additionalProperties !== 'object') return named
  return fc.dictionary(fc.string({ maxLength: 8 }), anyOf(schema.additionalProperties, root, known), { maxKeys: 2 })
}

/** The part of a document to which a reference (`#/components/…`) leads. Throws where it leads nowhere. */
function at(root: unknown, reference: string): JsonSchema {
  let here: unknown = root
  for (const step of reference.replace(/^#\//, '').split('/'))
    here = (here as Record<string, unknown> | undefined)?.[step.replaceAll('~1', '/').replaceAll('~0', '~')]
  if (here === undefined) throw new Error(`${reference} leads nowhere`)
  return here as JsonSchema
}
