import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { chooseSeats, promised, rehearse, usualFaults } from '@intikhab/rehearsal'
import type { Figure } from './figure.ts'
import type { Stage } from './stage.ts'

const what = 'the whole rehearsal of 2018'

/** Everything at once: the general election of 2018 from the announcement to the declared result. */
export const rehearsalStage: Stage = {
  figures: ['rehearsal'],
  async *play(_wanted, { data, onProgress }) {
    const folder = resolve(data)
    if (!existsSync(folder)) {
      yield { name: 'rehearsal', what, measures: [], sizes: '', leftOut: `there is no folder ${folder}` }
      return
    }
    const settings = {
      faults: usualFaults,
      accounts: true,
      threads: 1,
      atOnce: 64,
      onProgress,
      onSeat: () => undefined,
    }
    const { report, seconds, verified } = await rehearse(chooseSeats(folder, '2018', {}), settings)
    yield {
      name: 'rehearsal',
      what,
      measures: [
        { of: '', value: seconds, unit: 's', atMost: promised.seconds },
        {
          of: 'server memory',
          value: report.serverPeakRssBytes / 1e6,
          unit: 'MB',
          atMost: promised.serverPeakRssBytes / 1e6,
        },
        { of: 'forms', value: report.formsPerSecond, unit: '/s', atLeast: promised.formsPerSecond },
        { of: 'p99', value: report.ackMs.p99, unit: 'ms', atMost: promised.ackMsP99 },
        { of: 'lost', value: report.lost, unit: '', atMost: 0 },
      ],
      sizes: `${report.contestsEqual} of ${report.contestsCompared} seats as in the source, ${report.formsSent.toLocaleString('en')} forms sent, ${report.duplicatesAbsorbed.toLocaleString('en')} duplicates absorbed, last form to the published edition ${(report.publishLagMs / 1000).toFixed(1)} s, edition ${verified ? 'verified' : 'NOT verified'} from outside`,
    } satisfies Figure
  },
}
