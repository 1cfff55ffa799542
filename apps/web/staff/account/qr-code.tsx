import { renderSVG } from 'uqr'
import type { ReactNode } from 'react'

/** A QR code (ISO/IEC 18004), dark on white with its quiet zone, whatever the colours around it. */
export function QrCode({ text, label }: { text: string; label: string }): ReactNode {
  const drawing = renderSVG(text, { ecc: 'M', border: 4 })
  return <img className="qr-code" src={`data:image/svg+xml,${encodeURIComponent(drawing)}`} alt={label} />
}
