import { once } from 'node:events'
import { createServer } from 'node:net'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { CannotStart, prepareAs } from './index.ts'

/** Something that listens and is no PostgreSQL. */
const stranger = createServer((socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'))
beforeAll(() => once(stranger.listen(0, '127.0.0.1'), 'listening'))
afterAll(() => void stranger.close())

function changed(part: Partial<Pick<URL, 'username' | 'password' | 'pathname' | 'host'>>): string {
  return Object.assign(new URL(inject('postgresUrl')), part).href
}

const wrong = [
  ['nobody listens', () => changed({ host: '127.0.0.1:1' }), /ECONNREFUSED/],
  ['no such host', () => changed({ host: 'no-such-host.invalid' }), /ENOTFOUND|EAI_AGAIN/],
  ['wrong password', () => changed({ password: 'guess' }), /password authentication failed/],
  ['unknown user', () => changed({ username: 'stranger' }), /password authentication failed/],
  ['no such database', () => changed({ pathname: '/no_such' }), /database "no_such" does not exist/],
  ['no PostgreSQL', () => changed({ host: `127.0.0.1:${(stranger.address() as { port: number }).port}` }), /./],
  ['a port beyond the last', () => 'postgres://who:secret@127.0.0.1:99999/none', /Invalid URL/],
  ['no address at all', () => 'postgres://', /./],
] as const

test.each(wrong)('%s: one plain sentence without the password', async (_, address, reason) => {
  const failure: unknown = await prepareAs(address(), []).catch((error: unknown) => error)
  expect(failure).toBeInstanceOf(CannotStart)
  const { message } = failure as CannotStart
  expect(message).toMatch(/^The database at \S.* cannot be used: .+\.$/)
  expect(message).toMatch(reason)
  expect(message).not.toContain('\n')
  const { password } = new URL(inject('postgresUrl'))
  for (const secret of [password, 'guess', 'secret']) expect(message).not.toContain(`:${secret}@`)
})
