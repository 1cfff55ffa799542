/** The public site and the staff console over HTTP. Node reads this; the screens themselves are built by Vite. */
export { buildWeb, isStale, webDist, type BuildOptions } from './build.ts'
export { openWeb, type Web, type WebOptions } from './serve/web.ts'
