import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { CannotStart } from '@intikhab/kernel/database'
import { readEnvironment } from './environment.ts'

test('without a setting everything suits one machine, and an empty one counts as none', () => {
  const usual = {
    port: 8300,
    host: '127.0.0.1',
    dataFolder: resolve('.intikhab'),
    databaseUrl: undefined,
    origin: 'intikhab.example/ledger',
    secure: false,
    token: undefined,
    registry: { name: 'nadra', keyFile: undefined, deaths: 'delete', door: undefined },
    trustedCallers: [],
    refusalsPerMinute: 600,
    proxies: [],
    s3: undefined,
  }
  expect(readEnvironment({})).toEqual(usual)
  expect(readEnvironment({ PORT: '', DATABASE_URL: '', INTIKHAB_HTTPS: '', S3_ENDPOINT: '' })).toEqual(usual)
})

test('settings of an installation behind a proxy', () => {
  const set = {
    INTIKHAB_HTTPS: 'yes',
    INTIKHAB_PROXIES: '10.0.0.0/8, ::1',
    INTIKHAB_TRUSTED_CALLERS: '10.1.2.3,10.1.2.4',
  }
  expect(readEnvironment(set)).toMatchObject({
    secure: true,
    proxies: ['10.0.0.0/8', '::1'],
    trustedCallers: ['10.1.2.3', '10.1.2.4'],
  })
})

test.each([
  [{ PORT: '99999' }, /^The setting PORT cannot be used: /],
  [{ PORT: 'eighty' }, /^The setting PORT cannot be used: /],
  [{ DATABASE_URL: 'mysql://x' }, /^The setting DATABASE_URL cannot be used: must begin with postgres:\/\/\.$/],
  [{ INTIKHAB_SITE: 'elections.example' }, /^The setting INTIKHAB_SITE cannot be used: /],
  [{ INTIKHAB_DIRECTORY_ISSUER: 'https://d.example' }, /^INTIKHAB_DIRECTORY_ISSUER is set, so /],
  [{ INTIKHAB_HTTPS: 'true' }, /^The setting INTIKHAB_HTTPS cannot be used: .*yes/],
  [{ INTIKHAB_ORIGIN: 'a b' }, /^The setting INTIKHAB_ORIGIN cannot be used: /],
  [
    { INTIKHAB_PROXIES: 'proxy.local' },
    /^The setting INTIKHAB_PROXIES cannot be used: it must be addresses or networks/,
  ],
  [{ INTIKHAB_PROXIES: '10.0.0.0/33' }, /^The setting INTIKHAB_PROXIES cannot be used: /],
  [
    { INTIKHAB_TRUSTED_CALLERS: 'gateway' },
    /^The setting INTIKHAB_TRUSTED_CALLERS cannot be used: it must be addresses/,
  ],
  [{ S3_ENDPOINT: 'http://127.0.0.1:9000' }, /^S3_ENDPOINT is set, so S3_BUCKET, .* must be set too\.$/],
])('%o is one plain sentence', (set, sentence) => {
  expect(() => readEnvironment(set)).toThrow(CannotStart)
  expect(() => readEnvironment(set)).toThrow(sentence)
})

test("the civil registry's door needs its certificate, its key and whose certificates it believes", () => {
  const door = { INTIKHAB_REGISTRY_PORT: '8443' }
  expect(readEnvironment({ INTIKHAB_REGISTRY_DEATHS: 'note' }).registry).toMatchObject({ deaths: 'note' })
  expect(() => readEnvironment(door)).toThrow('INTIKHAB_REGISTRY_PORT is set, so INTIKHAB_REGISTRY_CERTIFICATE must')
  const missing = { ...door, INTIKHAB_REGISTRY_CERTIFICATE: '/nowhere.crt' }
  expect(() => readEnvironment(missing)).toThrow(
    'INTIKHAB_REGISTRY_CERTIFICATE names /nowhere.crt, which does not exist.',
  )
  expect(() => readEnvironment({ INTIKHAB_REGISTRY_DEATHS: 'ignore' })).toThrow('INTIKHAB_REGISTRY_DEATHS')
})

test('a token is a module, a label or slot and a PIN; which keys lie in it may be said', () => {
  const module = { INTIKHAB_TOKEN_MODULE: '/usr/lib/softhsm/libsofthsm2.so' }
  expect(
    readEnvironment({ ...module, INTIKHAB_TOKEN: 'commission', INTIKHAB_TOKEN_PIN_FILE: '/run/pin' }).token,
  ).toEqual({
    module: '/usr/lib/softhsm/libsofthsm2.so',
    token: { label: 'commission' },
    pin: { file: '/run/pin' },
    labels: { ledger: 'intikhab-ledger', editions: 'intikhab-editions' },
  })
  const onlyLedger = { INTIKHAB_TOKEN_SLOT: '3', INTIKHAB_TOKEN_PIN: '1234', INTIKHAB_TOKEN_KEYS: 'ledger' }
  expect(readEnvironment({ ...module, ...onlyLedger }).token).toMatchObject({
    token: { slot: 3 },
    pin: { value: '1234' },
    labels: { ledger: 'intikhab-ledger' },
  })
  expect(() => readEnvironment(module)).toThrow('INTIKHAB_TOKEN or INTIKHAB_TOKEN_SLOT must be set too')
  expect(() => readEnvironment({ ...module, INTIKHAB_TOKEN: 'a' })).toThrow('INTIKHAB_TOKEN_PIN_FILE or')
})
