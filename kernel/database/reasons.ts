/** Plain words for what operating systems and PostgreSQL say in codes. */

const fileReasons: Readonly<Record<string, string>> = {
  EACCES: 'this user may not write there',
  EPERM: 'this user may not write there',
  EROFS: 'it is on a read-only disk',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk quota is used up',
  EEXIST: 'there is a file of that name, not a folder',
  ENOTDIR: 'there is a file in its way, not a folder',
  ENOENT: 'the folder above it does not exist',
  EIO: 'the disk does not answer',
}

/** Why a file or folder could not be used, as the end of a sentence. */
export function reasonOfFile(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException
  return fileReasons[code ?? ''] ?? message
}

/** Why a server could not be reached, in one line: of several addresses tried, the first one's answer. */
export function reasonOfConnection(error: unknown): string {
  const first: unknown = error instanceof AggregateError ? error.errors[0] : error
  const text = first instanceof Error ? first.message : String(first)
  return text.split('\n')[0] ?? text
}

/** A database's address as it may be shown: without its password. */
export function withoutPassword(address: string): string {
  try {
    const { protocol, username, password, host, pathname } = new URL(address)
    const user = username === '' ? '' : `${username}${password === '' ? '' : ':…'}@`
    return `${protocol}//${user}${host}${pathname}`
  } catch {
    return 'that address'
  }
}
