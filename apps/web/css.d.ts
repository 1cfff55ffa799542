/** Style sheets are taken in by Vite for their effect; they export nothing. */
declare module '*.css'
