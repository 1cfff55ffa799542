import { catalogue } from '@intikhab/kernel/language'

/** Texts of the Commission's order by which a frozen roll is changed, for whoever approves it. */
export const commissionOrderWords = catalogue({
  title: { en: 'Order a change of a frozen roll', ur: 'منجمد فہرست میں تبدیلی کا حکم' },
  claim: {
    en: 'Order {number}: the claim {docket} may be decided and carried into the roll although the roll is frozen.',
    ur: 'حکم {number}: فہرست منجمد ہونے کے باوجود درخواست {docket} کا فیصلہ کر کے فہرست میں درج کیا جا سکتا ہے۔',
  },
  person: {
    en: 'Order {number}: claims about one person, named in the order itself, may be decided although the roll is frozen.',
    ur: 'حکم {number}: ایک شخص سے متعلق درخواستوں کا، جس کا نام خود حکم میں ہے، فہرست منجمد ہونے کے باوجود فیصلہ ہو سکتا ہے۔',
  },
  number: { en: 'Number of the order', ur: 'حکم کا نمبر' },
})
