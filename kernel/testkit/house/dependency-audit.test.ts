import { expect, test } from 'vitest'
import { readAudit } from './dependency-audit.ts'

test('a package with a known hole fails, and is named with its range', () => {
  const answer = {
    auditReportVersion: 2,
    vulnerabilities: {
      minimist: { name: 'minimist', severity: 'critical', range: '<0.2.4', fixAvailable: true },
      left: { name: 'left', severity: 'low', range: '*', fixAvailable: false },
    },
  }
  expect(readAudit(JSON.stringify(answer))).toEqual({
    verdict: 'vulnerable',
    says: 'minimist <0.2.4: critical\nleft *: low, no newer version closes it',
  })
})

test('no hole is clean; no answer is neither, and says why', () => {
  expect(readAudit('{"auditReportVersion":2,"vulnerabilities":{}}').verdict).toBe('clean')
  expect(readAudit('{"message":"405 Method Not Allowed","statusCode":405}')).toEqual({
    verdict: 'not-answered',
    says: '405 Method Not Allowed',
  })
  expect([readAudit('').verdict, readAudit('<html>').verdict]).toEqual(['not-answered', 'not-answered'])
})
