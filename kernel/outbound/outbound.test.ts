import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createOutbound, type Outbound } from './index.ts'

const asked: string[] = []
const server = createServer((request: IncomingMessage, response: ServerResponse) => {
  asked.push(`${request.method} ${request.url}`)
  if (request.url === '/witness/moved') response.writeHead(302, { location: 'http://169.254.169.254/' }).end()
  else if (request.url === '/witness/endless') response.end('x'.repeat(5000))
  else if (request.url !== '/witness/silent')
    response.writeHead(409, { 'content-type': 'text/x.tlog.size' }).end('17\n')
})
let origin = ''
let call: Outbound

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  call = createOutbound([`${origin}/witness`], { milliseconds: 150, bytes: 4096 })
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
})

test('a place of the configuration is called, and its answer comes back whole', async () => {
  const { status, headers, body } = await call(`${origin}/witness/add-checkpoint`, { method: 'POST', body: 'old 0\n' })
  expect([status, headers['content-type'], body.toString()]).toEqual([409, 'text/x.tlog.size', '17\n'])
})

test.each([
  ['another path of the same host', () => `${origin}/admin`],
  ['a path that only begins alike', () => `${origin}/witness-of-another`],
  ['a path that climbs out', () => `${origin}/witness/../admin`],
  ['another port', () => 'http://127.0.0.1:1/witness/x'],
  ['another host', () => 'http://169.254.169.254/witness'],
  ['a name and a password before the host', () => origin.replace('//', '//a:b@').concat('/witness')],
  ['a file', () => 'file:///etc/passwd'],
  ['no address at all', () => 'witness'],
])('nothing is sent to %s', async (_, address) => {
  const before = asked.length
  await expect(call(address())).rejects.toThrow(/may call/)
  expect(asked.length).toBe(before)
})

test('a redirect, an endless answer and a silent host are failures that name the host', async () => {
  const host = origin.slice('http://'.length)
  await expect(call(`${origin}/witness/moved`)).rejects.toThrow(`${host} cannot be reached.`)
  await expect(call(`${origin}/witness/endless`)).rejects.toThrow(`${host} answers with more than 4096 bytes.`)
  await expect(call(`${origin}/witness/silent`)).rejects.toThrow(`${host} did not answer within 150 ms.`)
})

test('an address of the configuration that is not of the web is refused when it is read', () => {
  expect(() => createOutbound(['ftp://example.com'])).toThrow(TypeError)
})
