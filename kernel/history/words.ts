import { catalogue } from '@intikhab/kernel/language'

/** How the history names people, places and acts. */
export const historyWords = catalogue({
  officeOf: { en: '{role} of {place}', ur: '{role} (برائے {place})' },
  account: { en: 'Account {id}', ur: 'اکاؤنٹ {id}' },
  device: { en: 'Device {id}', ur: 'آلہ {id}' },
  system: { en: 'The system ({id})', ur: 'نظام ({id})' },
  seat: { en: '{seat} ({election})', ur: 'حلقہ {seat} ({election})' },
  station: {
    en: 'polling station {station} of {seat} ({election})',
    ur: 'حلقہ {seat} کے پولنگ اسٹیشن {station} ({election})',
  },
  form: { en: 'Form-{form} of {where}', ur: '{where} کا فارم-{form}' },
  untold: {
    en: '{who}: act “{act}” of “{system}” on {subject}.',
    ur: '{who}: {subject} پر نظام ”{system}“ کا اقدام ”{act}“۔',
  },
})
