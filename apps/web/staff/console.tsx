import { consoleTheme, SpeechProvider, useSpeech, type Refused } from '@intikhab/kernel/console'
import { direction } from '@intikhab/kernel/language'
import { DirectionProvider, MantineProvider, useDirection } from '@mantine/core'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { useEffect, type ReactNode } from 'react'
import { Entrance } from './entrance.tsx'

const client = new QueryClient({
  defaultOptions: {
    queries: {
      // A refusal stays one however often it is asked for; a lost connection deserves another try.
      retry: (failures, error) => (error as Refused).problem?.status === 0 && failures < 3,
      staleTime: 1000,
    },
  },
})

/** Turns Mantine's parts round with the language. */
function Turned({ children }: { children: ReactNode }): ReactNode {
  const { language } = useSpeech()
  const { setDirection } = useDirection()
  useEffect(() => setDirection(direction(language)), [language, setDirection])
  return children
}

/** The staff console: language, direction, theme, data, and whoever comes in. */
export function Console(): ReactNode {
  return (
    <SpeechProvider>
      <DirectionProvider detectDirection={false}>
        {/* Style sheets are files: the page's content security policy lets no script write one. */}
        <MantineProvider
          theme={consoleTheme}
          forceColorScheme="light"
          withCssVariables={false}
          withGlobalClasses={false}
        >
          <Turned>
            <QueryClientProvider client={client}>
              <Entrance />
            </QueryClientProvider>
          </Turned>
        </MantineProvider>
      </DirectionProvider>
    </SpeechProvider>
  )
}
