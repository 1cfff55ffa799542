import { createRoot } from 'react-dom/client'
import '@mantine/core/styles.css'
import { Console } from './console.tsx'

const place = document.getElementById('root')
if (place !== null) createRoot(place).render(<Console />)
