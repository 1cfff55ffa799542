/**
 * The keys room: where the keys of the ledger and of the editions lie, in files or in a PKCS#11 token, and how one follows
 * another. docs/keys.md says what an operator does; docs/decisions/0017-keys.md why it is so.
 */
export { keyActs } from './acts.ts'
export {
  changeKey,
  findCurrent,
  findKeys,
  keyFile,
  openKeys,
  openNext,
  signerAt,
  type KeyHome,
  type KeyPlace,
  type OpenKeys,
} from './key-home.ts'
export { connectToken, type TokenPlace } from './token/connect-token.ts'
