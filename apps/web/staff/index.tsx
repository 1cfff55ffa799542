import { createRoot } from 'react-dom/client'
import '@intikhab/kernel/console/console.css'
import './account/account.css'
import './people/people.css'
import { Console } from './console.tsx'

const place = document.getElementById('root')
if (place !== null) createRoot(place).render(<Console />)
