/** An outbox store for tests: it lives as long as its page. */
import type { Command, OutboxStore, RefusedCommand } from '../outbox-command.ts'

export function memoryOutboxStore(): OutboxStore {
  const waiting = new Map<string, Command>()
  const refused = new Map<string, RefusedCommand>()
  return {
    load: async () => ({ waiting: [...waiting.values()], refused: [...refused.values()] }),
    async add(command) {
      if (!waiting.has(command.id)) waiting.set(command.id, command)
      refused.delete(command.id)
    },
    async remove(id) {
      waiting.delete(id)
      refused.delete(id)
    },
    async refuse(command, code) {
      waiting.delete(command.id)
      refused.set(command.id, { ...command, code })
    },
    async forget(id) {
      refused.delete(id)
    },
  }
}
