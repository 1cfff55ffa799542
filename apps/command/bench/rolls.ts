import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { environmentWith } from '../start.ts'
import type { Figure } from './figure.ts'
import { stepsAfterLoad } from './rolls/all-steps.ts'
import { costMeasures, installationFolder, loadNational } from './rolls/load.ts'
import { seed } from './rolls/national-roll.ts'
import type { RollsBench, RollsStep } from './rolls/steps.ts'
import { watchResources, type Watch } from './rolls/watch-resources.ts'
import type { Stage } from './stage.ts'

/** One step with what it cost as a whole beside what it found. */
async function runStep(step: RollsStep, bench: RollsBench, watch: Watch): Promise<Figure> {
  const what = `rolls: ${step.name}`
  watch.lap()
  const { measures, sizes, leftOut } = await step.run(bench)
  if (leftOut !== undefined) return { name: 'rolls', what, measures: [], sizes, leftOut }
  const [time, disk, memory] = costMeasures(watch.lap())
  const whole = [
    time === undefined || step.seconds === undefined ? time : { ...time, atMost: step.seconds },
    disk,
    memory === undefined || step.memoryGB === undefined ? memory : { ...memory, atMost: step.memoryGB },
  ].filter((measure) => measure !== undefined)
  return { name: 'rolls', what, measures: [...measures, ...whole], sizes }
}

/** The electoral rolls: a register of ten million, or of the whole country, and what is asked of it. */
export const rollsStage: Stage = {
  figures: ['rolls'],
  async *play(_wanted, settings) {
    const { workshop, voters, data, onProgress } = settings
    const dataFolder = installationFolder(workshop)
    mkdirSync(dataFolder, { recursive: true })
    const { house, figures } = await loadNational(environmentWith({ data: dataFolder }), settings)
    yield* figures
    const watch = watchResources(dataFolder, () => house.databasePid)
    try {
      for (const [i, step] of stepsAfterLoad.entries()) {
        const ownFolder = join(workshop, `rolls-step-${i + 1}`)
        mkdirSync(ownFolder)
        onProgress(step.name, 0, 1)
        yield await runStep(step, { house, voters, seed, data, workshop: ownFolder, onProgress }, watch)
      }
    } finally {
      watch.stop()
      await house.close()
    }
  },
}
