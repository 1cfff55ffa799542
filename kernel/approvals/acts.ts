import type { Text } from '@intikhab/kernel/language'
import type { ActSentences, JsonValue } from '@intikhab/kernel/ledger'
import type { ProposalState } from './proposal.ts'

/** The steps of a proposal in the ledger, each as a person reads it. `titleOf` names the act that was proposed. */
export function approvalActs(titleOf: (kind: string) => Text): ActSentences<ProposalState> {
  const values = ({ kind }: Readonly<Record<string, JsonValue | undefined>>) => ({
    title: titleOf(typeof kind === 'string' ? kind : ''),
  })
  return {
    proposed: {
      en: '{who} proposed “{title}” for {subject}; it waits for a second person.',
      ur: '{who} نے {subject} کے لیے ”{title}“ تجویز کیا؛ دوسرے شخص کی منظوری کا انتظار ہے۔',
      values,
    },
    approved: {
      en: '{who} approved “{title}” for {subject}, as it was shown.',
      ur: '{who} نے {subject} کے لیے ”{title}“ کی، جیسا دکھایا گیا، منظوری دی۔',
      values,
    },
    'carried-out': {
      en: '“{title}” for {subject} was carried out as approved.',
      ur: '{subject} کے لیے ”{title}“ پر منظوری کے مطابق عمل ہو گیا۔',
      values,
    },
    failed: {
      en: '“{title}” for {subject} was approved but could no longer be done; nothing was changed.',
      ur: '{subject} کے لیے ”{title}“ منظور ہوا مگر اب ممکن نہ تھا؛ کچھ تبدیل نہیں ہوا۔',
      values,
    },
    returned: {
      en: '{who} returned “{title}” for {subject} without approving it.',
      ur: '{who} نے {subject} کے لیے ”{title}“ منظوری کے بغیر واپس کر دیا۔',
      values,
    },
    withdrawn: {
      en: '{who} withdrew the proposal “{title}” for {subject}.',
      ur: '{who} نے {subject} کے لیے ”{title}“ کی تجویز واپس لے لی۔',
      values,
    },
    lapsed: {
      en: 'The proposal “{title}” for {subject} lapsed: nobody decided in time.',
      ur: '{subject} کے لیے ”{title}“ کی تجویز ختم ہو گئی: وقت پر کسی نے فیصلہ نہیں کیا۔',
      values,
    },
  }
}
