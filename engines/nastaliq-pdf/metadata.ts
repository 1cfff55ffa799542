/** What a document says of itself. */
export interface DocumentFacts {
  readonly title: string
  /** RFC 5646, e.g. `ur`. */
  readonly language: string
  /** Written as its date; the same content at the same instant gives the same bytes. */
  readonly madeAt: Date
  /** Who is responsible for it. */
  readonly author: string
}

/** The program that writes, named in every document. */
export const producer = 'Intikhab nastaliq-pdf'

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

/** `2026-02-08T12:00:00Z` */
const instant = (at: Date): string => `${at.toISOString().slice(0, 19)}Z`

/** `D:20260208120000Z` (PDF 32000-1, 7.9.4) */
export const pdfDate = (at: Date): string => `D:${instant(at).replaceAll(/[-:TZ]/g, '')}Z`

/** The XMP packet (ISO 16684-1) by which a file declares itself PDF/A-2b; it says what the information dictionary says. */
export function xmpPacket({ title, language, madeAt, author }: DocumentFacts): string {
  const made = instant(madeAt)
  return `<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
<pdfaid:part>2</pdfaid:part>
<pdfaid:conformance>B</pdfaid:conformance>
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">${escaped(title)}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>${escaped(author)}</rdf:li></rdf:Seq></dc:creator>
<dc:language><rdf:Bag><rdf:li>${escaped(language)}</rdf:li></rdf:Bag></dc:language>
<xmp:CreateDate>${made}</xmp:CreateDate>
<xmp:ModifyDate>${made}</xmp:ModifyDate>
<pdf:Producer>${producer}</pdf:Producer>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>`
}
