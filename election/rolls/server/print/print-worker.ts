import { parentPort, workerData } from 'node:worker_threads'
import { photographsIn } from './photograph-folder.ts'
import { printFiles, type PrintJob } from './print-files.ts'

/** What a press thread is started with. */
export interface PressData {
  /** Folder of photographs; null where there are none. */
  readonly photographs: string | null
}

/** A thread that prints what it is given, one job after the other. */
if (parentPort !== null) {
  const port = parentPort
  const works = photographsIn((workerData as PressData).photographs)
  port.on('message', (job: PrintJob) => {
    // What fails ends the thread with the error, which reaches whoever waits for this job.
    void printFiles(job, works).then(
      (files) => port.postMessage(files),
      (error: unknown) =>
        setImmediate(() => {
          throw error
        }),
    )
  })
}
