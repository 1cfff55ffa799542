/** What pages need of devices: their names, and the keys that a browser holds. Built by Vite; Node never imports this. */
export {
  canHoldKeys,
  deviceHeaders,
  forgetKey,
  keepEnrolled,
  keyForCode,
  listHeldKeys,
  proveKey,
  type HeldKey,
  type HeldPlace,
} from './device-key.ts'
export {
  deviceKindNames,
  deviceKinds,
  revocationReasonNames,
  revocationReasons,
  type DeviceKind,
  type DevicePlaceKind,
  type RevocationReason,
} from '../place.ts'
export { fingerprintGroups } from '../proof-message.ts'
