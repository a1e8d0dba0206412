/** The whole app: what every screen needs around it, and the routes. */
import { MantineProvider } from '@mantine/core'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { Routes } from './Routes.tsx'

const queries = new QueryClient()

export function App() {
  return (
    <QueryClientProvider client={queries}>
      <MantineProvider defaultColorScheme="auto">
        <Routes />
      </MantineProvider>
    </QueryClientProvider>
  )
}
