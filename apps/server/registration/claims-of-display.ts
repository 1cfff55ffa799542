import { newcomer, type Country } from '@intikhab/rehearsal/country'
import {
  aYearLater,
  correctionOf,
  enrolmentOf,
  objectionTo,
  transferOf,
  typedEnrolment,
  typedObjection,
} from './claim-contents.ts'
import type { ClaimOffice } from './claim-office.ts'
import type { MetVoters } from './met-voters.ts'

/**
 * Forms 15, 16 and 17 while the preliminary roll is displayed, before the Revising Authority: some just received, two to be
 * heard today, one with its notice out, one allowed and one rejected.
 */
export async function handleClaimsOfDisplay(
  office: ClaimOffice,
  country: Country,
  { from, block }: MetVoters,
): Promise<void> {
  const neighbours = () => {
    const where = block()
    return { by: from(where), about: from(where) }
  }
  await office.overWeb('registration', typedEnrolment(newcomer(country, 20, block())))
  const gone = neighbours()
  const objection = objectionTo(gone.about, 'not-resident', 'یہ خاندان پچھلے سال لاہور چلا گیا تھا۔')
  await office.overWeb('objection', typedObjection(gone.by, objection))

  const person = newcomer(country, 21, block())
  await office.decide(await office.atCounter(enrolmentOf(person), person), {
    outcome: 'allowed',
    reasons: 'The card was seen at the display centre; the name is on no list.',
  })
  const lives = neighbours()
  const rejected = await office.atCounter(objectionTo(lives.about, 'not-resident', 'Does not live here.'), lives.by)
  await office.setToday(rejected)
  await office.hear(rejected, 'ووٹر خود حاضر ہوا اور کرایہ نامہ پیش کیا۔')
  await office.decide(rejected, { outcome: 'rejected', reasons: 'ووٹر اسی پتے پر رہائش پذیر ہے۔' })

  const dead = neighbours()
  const certified = 'The family has the certificate of the union council.'
  await office.setToday(await office.atCounter(objectionTo(dead.about, 'dead', certified), dead.by))
  const born = from(block())
  const corrected = correctionOf({ dateOfBirth: aYearLater(born.dateOfBirth) }, 'تاریخِ پیدائش کارڈ سے مختلف ہے۔')
  await office.setToday(await office.atCounter(corrected, born))
  const twice = neighbours()
  await office.setWithNotice(await office.atCounter(objectionTo(twice.about, 'twice', 'دو جگہ نام درج ہے۔'), twice.by))
  const mover = from(block())
  await office.atCounter(transferOf(country, mover, block(), 22), mover)
}
