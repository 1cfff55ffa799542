/**
 * Whether everybody may read a series whole. Look-up packs of the enquiry (with their secret) and the lists of the rolls
 * tell of single voters: they are never handed out, and on a disk nobody but their owner opens their folders.
 */
export function isOpenToAll(series: string): boolean {
  return !/^(enquiry|list)-/.test(series)
}
