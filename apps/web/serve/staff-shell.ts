import { direction, type Language } from '@intikhab/kernel/language'

/** The document that the staff console starts from. It holds no data and no words: those come after sign-in. */
export function staffShell(
  build: { readonly scripts: readonly string[]; readonly styles: readonly string[] },
  language: Language,
): string {
  const styles = build.styles.map((href) => `<link rel="stylesheet" href="${href}">`).join('')
  const scripts = build.scripts.map((src) => `<script type="module" src="${src}"></script>`).join('')
  return [
    `<!doctype html><html lang="${language}" dir="${direction(language)}"><head><meta charset="utf-8">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1"><title>Intikhab</title>',
    `<link rel="icon" href="data:,">${styles}${scripts}</head><body><div id="root"></div>`,
    '<noscript><p>The staff console needs JavaScript. عملے کے کنسول کے لیے جاوا اسکرپٹ درکار ہے۔</p></noscript>',
    '</body></html>',
  ].join('')
}
