import { z } from 'zod'
import type { Route } from './route.ts'

type Json = Record<string, unknown>

const problemSchema: Json = {
  type: 'object',
  description: 'A refusal (RFC 9457). `code` is stable; `title` and `titleUr` are its sentence in English and Urdu.',
  required: ['type', 'title', 'titleUr', 'status', 'code'],
  properties: {
    type: { type: 'string', examples: ['/refusals#http.invalid-input'] },
    title: { type: 'string' },
    titleUr: { type: 'string' },
    status: { type: 'integer' },
    code: { type: 'string' },
    detail: { type: 'string' },
    field: { type: 'string', description: 'JSON pointer or column name of the field at fault' },
    figures: { type: 'object' },
    section: { type: 'string', description: 'Section of law behind the refusal' },
    instance: { type: 'string' },
  },
}

function schemaOf(schema: z.ZodType, io: 'input' | 'output'): Json {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' })
  return rest
}

/** One parameter for each property of an object schema. */
function parametersOf(schema: z.ZodType | undefined, place: 'path' | 'query'): Json[] {
  if (schema === undefined) return []
  const { properties = {}, required = [] } = schemaOf(schema, 'input') as { properties?: Json; required?: string[] }
  return Object.entries(properties).map(([name, property]) => ({
    name: name === '*' ? 'path' : name,
    in: place,
    required: place === 'path' || required.includes(name),
    schema: property,
  }))
}

/** Path parameters that the route's schema does not describe are plain text. */
function undescribed(path: string, described: readonly Json[]): Json[] {
  return [...openApiPath(path).matchAll(/\{(\w+)\}/g)]
    .map((match) => match[1])
    .filter((name) => !described.some((parameter) => parameter['name'] === name))
    .map((name) => ({ name, in: 'path', required: true, schema: { type: 'string' } }))
}

/** `/contests/:contest/*` → `/contests/{contest}/{path}`. */
function openApiPath(path: string): string {
  return path.replace(/:(\w+)/g, '{$1}').replace(/\*/g, '{path}')
}

/** Status and content of success. A status that depends on the value is documented as 200. */
function successOf({ definition: { response, produces }, success }: Route): {
  status: string
  answer: Json | undefined
} {
  if (response instanceof z.ZodUndefined) return { status: '204', answer: undefined }
  const answer =
    produces === undefined
      ? response && { 'application/json': { schema: schemaOf(response, 'output') } }
      : { [produces]: {} }
  return { status: String(success), answer }
}

function operation(route: Route): Json {
  const { definition: d, placed } = route
  const inPath = parametersOf(d.params, 'path')
  const parameters = [...inPath, ...undescribed(d.path, inPath), ...parametersOf(d.query, 'query')]
  if (d.idempotent === true)
    parameters.push({
      name: 'Idempotency-Key',
      in: 'header',
      required: false,
      schema: { type: 'string', maxLength: 128 },
    })
  const body =
    d.accepts === undefined
      ? d.body && { 'application/json': { schema: schemaOf(d.body, 'input') } }
      : Object.fromEntries(d.accepts.map((type) => [type, { schema: { type: 'string', format: 'binary' } }]))
  const { status, answer } = successOf(route)
  const rights =
    d.act === 'public'
      ? 'Open to everybody.'
      : d.act === 'signed-in'
        ? 'Any signed-in member of staff.'
        : `Needs the act \`${d.act}\`.`
  return {
    summary: d.summary,
    description: rights,
    tags: [d.tag],
    'x-act': d.act,
    'x-placed': placed,
    ...(d.act === 'public' ? { security: [] } : {}),
    ...(parameters.length === 0 ? {} : { parameters }),
    ...(body === undefined ? {} : { requestBody: { required: true, content: body } }),
    responses: {
      [status]: { description: 'Done', ...(answer === undefined ? {} : { content: answer }) },
      default: {
        description: 'Refused',
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    },
  }
}

/** The OpenAPI 3.1 document of all documented routes. */
export function openApiDocument(routes: readonly Route[], version: string, sessionCookie: string): Json {
  const paths: Record<string, Json> = {}
  const documented = routes.filter(({ definition }) => definition.undocumented !== true)
  for (const route of documented) {
    const path = (paths[openApiPath(route.definition.path)] ??= {})
    path[route.definition.method.toLowerCase()] = operation(route)
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Intikhab',
      version,
      description:
        'Every act of the platform over HTTP. Refusals are problem documents with a stable code and a sentence in English and Urdu.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    tags: [...new Set(documented.map(({ definition }) => definition.tag))].sort().map((name) => ({ name })),
    security: [{ session: [] }],
    paths,
    components: {
      schemas: { Problem: problemSchema },
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: sessionCookie } },
    },
  }
}
