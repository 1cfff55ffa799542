/** What the staff console imports for nominations. Built by Vite; Node never imports this. */
import type { ImportKind } from '@intikhab/kernel/console'

export const nominationsImports: readonly ImportKind[] = [
  {
    id: 'candidates',
    title: { en: 'Candidates', ur: 'امیدوار' },
    what: {
      en: 'Seats, candidates and parties of an election. Different spellings of a party are brought together, and the report says which.',
      ur: 'انتخاب کے حلقے، امیدوار اور جماعتیں۔ ایک جماعت کے مختلف ہجے یکجا کیے جاتے ہیں اور رپورٹ بتاتی ہے کون سے۔',
    },
    files: [
      {
        part: 'candidates',
        mediaType: 'text/csv',
        endings: '.csv,.gz',
        label: { en: 'Candidates', ur: 'امیدوار' },
        hint: {
          en: 'CSV, plain or gzip, in the columns of the commission’s feed of 2018',
          ur: 'سی ایس وی، سادہ یا gzip، کمیشن کی 2018 کی فائل کے خانوں میں',
        },
      },
    ],
    fields: [{ name: 'election', label: { en: 'Election', ur: 'انتخاب' }, initial: (election) => election }],
    address: ({ election = '' }, file) =>
      `/api/nominations/${encodeURIComponent(election)}/candidates?${new URLSearchParams({ file }).toString()}`,
  },
]
