/** A polling station as the intake sees it: a device that signs, and the forms it writes out of a count. */
export { stationDevice, type StationDevice } from './station-device.ts'
export { writeForm45, writeForm46, type CountedStation } from './write-forms.ts'
export { sampleEdition, type SampleFile } from './sample-edition.ts'
