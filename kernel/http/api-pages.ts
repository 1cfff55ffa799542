import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { refuse } from '@intikhab/kernel/refusal'
import { z } from 'zod'
import { httpRefusals } from './refusals.ts'
import { raw, route, type Raw, type Route } from './route.ts'

const page = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Intikhab: programming interface</title>
<link rel="icon" href="/api/docs/favicon-32x32.png">
<link rel="stylesheet" href="/api/docs/swagger-ui.css">
</head>
<body>
<main id="interface"></main>
<noscript><p>The same, as data: <a href="/api/openapi.json">/api/openapi.json</a></p></noscript>
<script src="/api/docs/swagger-ui-bundle.js"></script>
<script src="/api/docs/start.js"></script>
</body>
</html>
`

const start = `SwaggerUIBundle({ url: '/api/openapi.json', dom_id: '#interface', deepLinking: true, docExpansion: 'none', validatorUrl: null })\n`

const types: Readonly<Record<string, string>> = {
  'swagger-ui.css': 'text/css; charset=utf-8',
  'swagger-ui-bundle.js': 'text/javascript; charset=utf-8',
  'favicon-32x32.png': 'image/png',
  'start.js': 'text/javascript; charset=utf-8',
}

/** Swagger UI's own files, out of the installed package: the page works without a network. */
function assetReader(): (name: string) => Raw | undefined {
  const require = createRequire(import.meta.url)
  const folder = join(dirname(require.resolve('@fastify/swagger-ui')), 'static')
  const read = new Map<string, { bytes: Buffer; etag: string }>()
  return (name) => {
    const type = types[name]
    if (type === undefined) return undefined
    const known = read.get(name)
    const bytes = known?.bytes ?? (name === 'start.js' ? Buffer.from(start) : readFileSync(join(folder, name)))
    const etag = known?.etag ?? createHash('sha256').update(bytes).digest('hex')
    read.set(name, { bytes, etag })
    return raw({ headers: { 'content-type': type, 'cache-control': 'public, max-age=86400' }, body: bytes, etag })
  }
}

/** The interface's description as data (`/api/openapi.json`) and as a page to try it out (`/api/docs`). */
export function apiPages(document: () => string): Route[] {
  const asset = assetReader()
  const shared = { method: 'GET', act: 'public', tag: 'interface', undocumented: true } as const
  return [
    route({
      ...shared,
      path: '/api/openapi.json',
      summary: 'This description, OpenAPI 3.1',
      handler: () =>
        Promise.resolve(
          raw({
            headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-cache' },
            body: document(),
          }),
        ),
    }),
    route({
      ...shared,
      path: '/api/docs',
      summary: 'This description as a page',
      handler: () =>
        Promise.resolve(
          raw({ headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-cache' }, body: page }),
        ),
    }),
    route({
      ...shared,
      path: '/api/docs/:file',
      summary: 'Files of the page',
      params: z.object({ file: z.string() }),
      handler: ({ params }) => Promise.resolve(asset(params.file) ?? refuse(httpRefusals['not-found'])),
    }),
  ]
}
