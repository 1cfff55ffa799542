import type { Database } from '@intikhab/kernel/database'
import type { Approvals } from '@intikhab/kernel/approvals'
import type { Route } from '@intikhab/kernel/http'
import type { ActApproval, Ledger } from '@intikhab/kernel/ledger'
import { refuse } from '@intikhab/kernel/refusal'
import type { ElectionFacts } from '../core/facts.ts'
import { resultsRefusals } from '../core/refusals.ts'
import { bundleFinder } from './find-bundle.ts'
import { createEvidence } from './evidence.ts'
import { createIntake, type Intake } from './intake.ts'
import { createOfficer, type Officer } from './officer.ts'
import type { EnrolledDevice } from './open-bundle.ts'
import type { Published } from './publisher.ts'
import { startPublisher, type PublisherThread, type PublisherThreadOptions } from './publisher-thread.ts'
import { newestFormsFinder, setAsideFinder } from './find-forms.ts'
import { evidenceRoutes } from './routes-evidence.ts'
import { publicRoutes } from './routes-public.ts'
import { seatRoutes } from './routes-seat.ts'
import { staffRoutes } from './routes-staff.ts'
import { weightyRoutes } from './routes-weighty.ts'
import { correctionAct } from './weighty-correction.ts'
import { decisionAct } from './weighty-decision.ts'
import { publishAct } from './weighty-publish.ts'
import { recountAct } from './weighty-recount.ts'

export interface ResultsOptions {
  readonly database: Database
  readonly ledger: Pick<Ledger, 'append' | 'appendOn'>
  /** Photographs of the signed papers lie below this folder and are public. */
  readonly evidenceFolder: string
  findDevice(keyId: string): EnrolledDevice | undefined
  /** Told of each device whose signature held. */
  noteUse?(keyId: string): void
  readonly now: () => Date
  /** Where acts that take two people are proposed. */
  readonly approvals: Pick<Approvals, 'define' | 'propose'>
  /** Everything the publisher's thread needs besides the election; undefined where another process publishes. */
  readonly publishing: Omit<PublisherThreadOptions, 'facts' | 'order'> | undefined
  onPublished(published: Published): void
  onProblem(message: string): void
}

/** The results system of a running server. */
export interface Results {
  readonly intake: Intake
  readonly officer: Officer
  readonly routes: readonly Route[]
  /** Takes forms of the election from now on and publishes its results, under the order of two people where there is one. */
  openElection(facts: ElectionFacts, order?: ActApproval | null): Promise<void>
  findElection(electionId: string): ElectionFacts | undefined
  /** Waits for the forms in hand, then stops publishing. */
  stop(): Promise<void>
}

/** Puts the results system together. */
export function createResults(options: ResultsOptions): Results {
  const { database, ledger, evidenceFolder, now, approvals, publishing } = options
  const elections = new Map<string, ElectionFacts>()
  const publishers = new Map<string, PublisherThread>()
  const findElection = (electionId: string): ElectionFacts | undefined => elections.get(electionId)
  const intake = createIntake(options)
  const evidence = createEvidence({ database, ledger, folder: evidenceFolder, now })
  const officer = createOfficer({ database, ledger, findElection })
  const weighty = { database, ledger, findElection, now }
  approvals.define(correctionAct(weighty))
  approvals.define(decisionAct({ ...weighty, countersOf: intake.countersOf }))
  approvals.define(recountAct(weighty))
  const publishNow = (electionId: string) =>
    publishers.get(electionId)?.publishNow() ?? Promise.resolve(refuse(resultsRefusals['not-publishing']))
  approvals.define(publishAct({ findElection, publishNow }))

  return {
    intake,
    officer,
    routes: [
      ...publicRoutes(intake, bundleFinder(database)),
      ...evidenceRoutes(evidence),
      ...seatRoutes({
        findElection,
        findNewestForms: newestFormsFinder(database),
        findSetAside: setAsideFinder(database),
      }),
      ...staffRoutes({ intake, officer, findElection, now }),
      ...weightyRoutes(approvals),
    ],
    async openElection(facts, order = null) {
      elections.set(facts.id, facts)
      await evidence.open(facts.id)
      await intake.open(facts)
      if (publishing === undefined) return
      await publishers.get(facts.id)?.stop()
      publishers.set(facts.id, startPublisher({ ...publishing, facts, order }, options))
    },
    findElection,
    async stop() {
      await intake.idle()
      await Promise.all([...publishers.values()].map((publisher) => publisher.stop()))
    },
  }
}
