/** What the staff console imports for the polling scheme. Built by Vite; Node never imports this. */
import type { ImportKind } from '@intikhab/kernel/console'

export const pollingSchemeImports: readonly ImportKind[] = [
  {
    id: 'polling-scheme',
    title: { en: 'Polling scheme', ur: 'پولنگ اسکیم' },
    what: {
      en: 'Polling stations with booths, voters and coordinates, as the next version of the scheme. The report names duplicates, gaps, impossible coordinates and stations above the norm.',
      ur: 'پولنگ اسٹیشن، بوتھ، ووٹر اور مقامات، اسکیم کے اگلے ورژن کے طور پر۔ رپورٹ تکرار، خلا، ناممکن مقامات اور حد سے بڑے اسٹیشن بتاتی ہے۔',
    },
    files: [
      {
        part: 'stations',
        mediaType: 'text/csv',
        endings: '.csv,.gz',
        label: { en: 'Polling stations', ur: 'پولنگ اسٹیشن' },
        hint: {
          en: 'CSV, plain or gzip, in the columns of the scheme of 2018',
          ur: 'سی ایس وی، سادہ یا gzip، 2018 کی اسکیم کے خانوں میں',
        },
      },
    ],
    fields: [
      {
        name: 'election',
        label: { en: 'Election', ur: 'انتخاب' },
        initial: (election) => election,
      },
      {
        name: 'delimitation',
        label: { en: 'Delimitation', ur: 'حلقہ بندی' },
        hint: { en: 'Its identifier, e.g. 2018', ur: 'اس کی شناخت، مثلاً 2018' },
        initial: '2018',
      },
      {
        name: 'status',
        label: { en: 'Draft or final', ur: 'مسودہ یا حتمی' },
        initial: 'draft',
        choices: [
          { value: 'draft', text: { en: 'Draft, for objections', ur: 'مسودہ، اعتراضات کے لیے' } },
          { value: 'final', text: { en: 'Final', ur: 'حتمی' } },
        ],
      },
      {
        name: 'reason',
        label: { en: 'Reason', ur: 'وجہ' },
        hint: {
          en: 'Published with the version; may be empty for the first',
          ur: 'ورژن کے ساتھ شائع ہوگی؛ پہلے ورژن کے لیے خالی ہو سکتی ہے',
        },
        optional: true,
        initial: '',
      },
    ],
    address: ({ election = '', delimitation = '', status = '', reason = '' }, file) =>
      `/api/polling-scheme/${encodeURIComponent(election)}/versions?${new URLSearchParams({ file, delimitation, status, reason }).toString()}`,
  },
]
