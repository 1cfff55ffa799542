/** Asks the interface as one person; `body` is what came back as JSON. */
export type Ask = (
  method: 'GET' | 'POST',
  path: string,
  body?: object,
) => Promise<{ readonly status: number; readonly body: Readonly<Record<string, unknown>> }>

/**
 * Looks at a proposal as the second person and approves what is seen; what the server answers to that, or, for an act
 * that takes long, once the worker has carried it out.
 */
export async function approveAs(ask: Ask, approvalId: unknown): ReturnType<Ask> {
  const path = `/api/approvals/${String(approvalId)}`
  const seen = await ask('GET', path)
  let answer = await ask('POST', `${path}/approval`, { previewSha256: seen.body['previewSha256'] })
  while (answer.body['state'] === 'approved') answer = await ask('GET', path)
  return answer
}
