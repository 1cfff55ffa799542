/** The programme's screens. Built by Vite; Node never imports this. */
export { programmePages } from './programme-page.tsx'
