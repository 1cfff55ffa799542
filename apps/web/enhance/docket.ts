/** Fills in the docket that came behind `#` in the address, as the QR code of a receipt has it; only the PIN is left to type. */
export function fillDocket(document: Document, hash: string): void {
  const docket = /^#([A-Z]{3}-\d{4}-\d{6})$/.exec(hash)?.[1]
  const place = document.querySelector<HTMLInputElement>('input#docket')
  if (docket === undefined || place === null || place.value !== '') return
  place.value = docket
  document.querySelector<HTMLInputElement>('input#pin')?.focus()
}
