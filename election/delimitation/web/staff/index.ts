/** What the staff console imports for delimitation. Built by Vite; Node never imports this. */
import type { ImportField, ImportKind } from '@intikhab/kernel/console'

const table = { mediaType: 'text/csv', endings: '.csv,.gz' }

const names: readonly ImportField[] = [
  { name: 'nameEn', label: { en: 'Name in English', ur: 'انگریزی نام' }, initial: '' },
  { name: 'nameUr', label: { en: 'Name in Urdu', ur: 'اردو نام' }, initial: '' },
]

const delimitation: ImportField = {
  name: 'delimitation',
  label: { en: 'Delimitation', ur: 'حلقہ بندی' },
  hint: { en: 'Its identifier, e.g. 2018', ur: 'اس کی شناخت، مثلاً 2018' },
  initial: '2018',
}

function withQuery(path: string, query: Readonly<Record<string, string>>): string {
  return `${path}?${new URLSearchParams(query).toString()}`
}

export const delimitationImports: readonly ImportKind[] = [
  {
    id: 'census',
    title: { en: 'Census', ur: 'مردم شماری' },
    what: {
      en: 'Census blocks and every printed line against which their totals are checked, from province to circle.',
      ur: 'شماریاتی بلاک اور وہ تمام چھپی ہوئی سطریں جن سے صوبے سے سرکل تک کے میزان جانچے جاتے ہیں۔',
    },
    files: [
      {
        ...table,
        part: 'blocks',
        label: { en: 'Blocks', ur: 'بلاک' },
        hint: {
          en: 'CSV, plain or gzip: one line a census block',
          ur: 'سی ایس وی، سادہ یا gzip: ہر بلاک کی ایک سطر',
        },
      },
      {
        ...table,
        part: 'lines',
        label: { en: 'Printed lines', ur: 'چھپی ہوئی سطریں' },
        hint: {
          en: 'CSV, plain or gzip: the census tables line by line',
          ur: 'سی ایس وی، سادہ یا gzip: مردم شماری کے جدول سطر بہ سطر',
        },
      },
    ],
    fields: [
      {
        name: 'census',
        label: { en: 'Census', ur: 'مردم شماری' },
        hint: { en: 'Its identifier, e.g. 2017', ur: 'اس کی شناخت، مثلاً 2017' },
        initial: '2017',
      },
      ...names,
    ],
    address: ({ census = '', nameEn = '', nameUr = '' }) =>
      withQuery(`/api/delimitation/censuses/${encodeURIComponent(census)}`, { nameEn, nameUr }),
  },
  {
    id: 'constituencies',
    title: { en: 'Seats of a delimitation', ur: 'حلقہ بندی کے حلقے' },
    what: {
      en: 'The seats of a new delimitation with their names, before their boundaries.',
      ur: 'نئی حلقہ بندی کے حلقے اور ان کے نام، حدود سے پہلے۔',
    },
    files: [
      {
        ...table,
        part: 'constituencies',
        label: { en: 'Seats', ur: 'حلقے' },
        hint: { en: 'CSV: code and name', ur: 'سی ایس وی: کوڈ اور نام' },
      },
    ],
    fields: [
      delimitation,
      ...names,
      {
        name: 'census',
        label: { en: 'Census it was drawn by', ur: 'جس مردم شماری پر بنی' },
        optional: true,
        initial: '2017',
      },
    ],
    address: ({ delimitation: id = '', nameEn = '', nameUr = '', census = '' }, file) =>
      withQuery(`/api/delimitation/delimitations/${encodeURIComponent(id)}/constituencies`, {
        file,
        nameEn,
        nameUr,
        ...(census === '' ? {} : { census }),
      }),
  },
  {
    id: 'boundaries',
    title: { en: 'Boundaries', ur: 'حدود' },
    what: {
      en: 'The polygons of the seats. Those that cannot be right are named and left off the map.',
      ur: 'حلقوں کی حدود۔ جو درست نہیں ہو سکتیں ان کے نام بتائے جاتے ہیں اور وہ نقشے میں شامل نہیں ہوتیں۔',
    },
    files: [
      {
        part: 'boundaries',
        mediaType: 'application/geo+json',
        endings: '.geojson,.json,.gz',
        label: { en: 'Polygons', ur: 'حدود کی فائل' },
        hint: { en: 'GeoJSON, plain or gzip, in WGS 84', ur: 'GeoJSON، سادہ یا gzip، WGS 84 میں' },
      },
    ],
    fields: [
      delimitation,
      {
        name: 'attribution',
        label: { en: 'Source, as it must be named on maps', ur: 'ماخذ، جیسا نقشوں پر لکھا جائے' },
        initial: '',
      },
    ],
    address: ({ delimitation: id = '', attribution = '' }, file) =>
      withQuery(`/api/delimitation/delimitations/${encodeURIComponent(id)}/boundaries`, { file, attribution }),
  },
]
