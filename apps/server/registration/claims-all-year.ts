import { newcomer, type Country, type CountryVoter } from '@intikhab/rehearsal/country'
import {
  aYearLater,
  correctionOf,
  enrolmentOf,
  nameOnCard,
  objectionTo,
  transferOf,
  typedCorrection,
  typedEnrolment,
  typedObjection,
} from './claim-contents.ts'
import type { ClaimOffice } from './claim-office.ts'
import type { MetVoters } from './met-voters.ts'

/** Who came out of it with more to follow. */
export interface AfterClaims {
  /** Taken off the roll upon an objection. */
  readonly deleted: CountryVoter
  /** Whose entry was corrected in part. */
  readonly corrected: CountryVoter
}

/**
 * Forms 21, 22 and 23 before the Registration Officer, at the counter and over the web: some just received, three to be
 * heard today, one with its notice out, one heard, and one for each way in which a claim ends.
 */
export async function handleClaimsAllYear(
  office: ClaimOffice,
  country: Country,
  { from, block }: MetVoters,
): Promise<AfterClaims> {
  const neighbours = () => {
    const where = block()
    return { by: from(where), about: from(where) }
  }
  const moved = () => from(block())

  await receive()
  const corrected = await decideSome()
  const deleted = await decideObjections()
  await waitForHearings()
  await endOthers()
  return { deleted, corrected }

  async function receive(): Promise<void> {
    await office.overWeb('registration', typedEnrolment(newcomer(country, 0, block())))
    const { by, about } = neighbours()
    const objection = objectionTo(
      about,
      'not-resident',
      'یہ صاحب دو سال پہلے یہاں سے منتقل ہو چکے ہیں، مکان اب خالی ہے۔',
    )
    await office.overWeb('objection', typedObjection(by, objection))
    const voter = moved()
    const content = correctionOf({ relationNameUr: newcomer(country, 1, 0).relationNameUr }, 'والد کا نام غلط درج ہے۔')
    await office.atCounter(content, voter)
  }

  /** Without a hearing where nobody else is concerned; a date of birth is heard. */
  async function decideSome(): Promise<CountryVoter> {
    const voter = moved()
    const transfer = await office.atCounter(transferOf(country, voter, block(), 2), voter)
    await office.decide(transfer, {
      outcome: 'allowed',
      reasons: 'The card gives the temporary address; the vote follows the choice of the voter (s.27).',
    })

    const person = newcomer(country, 3, block())
    const { nameEn, ...written } = person
    const enrolment = await office.atCounter(enrolmentOf({ ...written, nameEn: '' }), person)
    await office.step(enrolment, { kind: 'completed', completion: { nameEn } })
    await office.decide(enrolment, {
      outcome: 'allowed',
      reasons: 'شناختی کارڈ دیکھا گیا؛ مستقل پتا اسی بلاک کا ہے اور نام کسی فہرست میں درج نہیں۔',
    })

    const born = moved()
    const correction = await office.atCounter(
      correctionOf(
        { ...nameOnCard(country, born), dateOfBirth: aYearLater(born.dateOfBirth) },
        'نام اور تاریخِ پیدائش غلط ہیں۔',
      ),
      born,
    )
    await office.setToday(correction)
    await office.hear(correction, 'The card was shown. A certificate of birth was not.')
    await office.decide(correction, {
      outcome: 'partly',
      granted: ['nameUr', 'nameEn'],
      reasons: 'The name stands on the card; for the date of birth there is no paper.',
    })
    return born
  }

  async function decideObjections(): Promise<CountryVoter> {
    const twice = neighbours()
    const allowed = await office.atCounter(objectionTo(twice.about, 'twice', 'نام دو جگہ درج ہے۔'), twice.by)
    await office.setToday(allowed)
    await office.hear(allowed, 'دونوں فریق حاضر ہوئے؛ ووٹر نے دوسرے اندراج کا اقرار کیا۔')
    await office.decide(allowed, {
      outcome: 'allowed',
      reasons: 'ووٹر نے خود بتایا کہ اندراج دوسری جگہ بھی ہے؛ یہ اندراج خارج کیا جاتا ہے۔',
    })

    const lives = neighbours()
    const objection = objectionTo(lives.about, 'not-resident', 'Nobody has seen this person here for a year.')
    const rejected = await office.overWeb('objection', typedObjection(lives.by, objection))
    await office.setToday(rejected)
    await office.hear(rejected, 'The person came with an electricity bill of last month for this address.')
    await office.decide(rejected, { outcome: 'rejected', reasons: 'The person lives at the address of the entry.' })
    return twice.about
  }

  async function waitForHearings(): Promise<void> {
    const dead = neighbours()
    await office.setToday(
      await office.atCounter(objectionTo(dead.about, 'dead', 'انتقال ہو چکا ہے، یونین کونسل میں درج ہے۔'), dead.by),
    )
    const leaving = moved()
    await office.setToday(await office.atCounter(transferOf(country, leaving, block(), 5), leaving))
    const born = moved()
    await office.setToday(
      await office.atCounter(
        correctionOf({ dateOfBirth: aYearLater(born.dateOfBirth) }, 'تاریخِ پیدائش میں ایک سال کا فرق ہے۔'),
        born,
      ),
    )
    const away = neighbours()
    await office.setWithNotice(
      await office.atCounter(objectionTo(away.about, 'not-resident', 'Moved to another city last winter.'), away.by),
    )
    const heard = moved()
    const order = await office.atCounter(
      correctionOf({ dateOfBirth: aYearLater(heard.dateOfBirth) }, 'The year of birth is wrong.'),
      heard,
    )
    await office.setToday(order)
    await office.hear(order, 'میٹرک کی سند پیش کی گئی؛ نقل مسل میں رکھ لی گئی۔')
  }

  async function endOthers(): Promise<void> {
    const voter = moved()
    const typed = typedCorrection(voter, nameOnCard(country, voter).nameUr, 'شناختی کارڈ پر نام اس طرح لکھا ہے۔')
    await office.step(await office.overWeb('correction', typed), {
      kind: 'withdrawn',
      reason: 'درخواست گزار پہلے شناختی کارڈ درست کرائیں گے۔',
    })
    const absent = moved()
    const lapsed = await office.atCounter(transferOf(country, absent, block(), 7), absent)
    await office.setToday(lapsed)
    await office.hear(lapsed, 'Called three times; nobody came.', { claimant: false, concerned: true })
    await office.step(lapsed, { kind: 'lapsed', reason: 'The claimant did not come and sent nobody.' })
  }
}
