import type { StaffPage } from '@intikhab/kernel/console'
import { DeviceScreen } from './device-screen.tsx'
import { EnrolScreen } from './enrol-screen.tsx'
import { DeviceElections, DeviceListScreen } from './list-screen.tsx'
import { words } from './words.ts'

const act = 'devices.read'

/** The screens of the field devices. */
export const devicePages: readonly StaffPage[] = [
  { path: '/devices', act, title: words.devices, Screen: DeviceElections },
  { path: '/devices/$election', act, title: words.devices, Screen: DeviceListScreen },
  { path: '/devices/$election/enrol', act: 'devices.enrol', title: words.enrol, Screen: EnrolScreen },
  { path: '/devices/$election/device/$device', act, title: words.devices, Screen: DeviceScreen },
]
