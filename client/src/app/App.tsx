/** The whole app: what every screen needs around it, and the routes. */
import { QueryClientProvider } from '@tanstack/react-query'
import { askAhead } from '../api/ask-ahead.ts'
import { OutboxProvider } from '../api/outbox.tsx'
import { newQueryClient } from '../api/query-client.ts'
import { DefectBoundary } from '../ui/DefectBoundary.tsx'
import { Look } from '../ui/Look.tsx'
import { Prompts } from '../ui/Prompt.tsx'
import { OutboxNotice } from './OutboxNotice.tsx'
import { Routes } from './Routes.tsx'
import { UpdatePrompt } from './UpdatePrompt.tsx'

const queries = newQueryClient()
askAhead(queries, location.pathname)

export function App() {
  return (
    <QueryClientProvider client={queries}>
      <Look>
        <OutboxProvider>
          <DefectBoundary>
            <Routes />
          </DefectBoundary>
          <Prompts>
            <OutboxNotice />
            <UpdatePrompt />
          </Prompts>
        </OutboxProvider>
      </Look>
    </QueryClientProvider>
  )
}
