/** The rolls' page for the public site. Built by Vite; Node never imports this. */
export { statisticsPage } from './statistics-page.tsx'
