declare module 'wawoff2' {
  const wawoff2: {
    /** Unpacks a WOFF2 font to TrueType. Rejects what is no such font. */
    decompress(font: Uint8Array): Promise<Uint8Array>
  }
  export default wawoff2
}
