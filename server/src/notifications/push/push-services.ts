/** Where this server sends at people's word. The addresses come from their browsers, so nothing is sent but to services its operator knows. */
import type { PushServices } from '../../config.ts'

/** Whether an address is of one of the services, by https on its ordinary port or, where the operator has named them, on any. */
export function isOfService(endpoint: string, { hosts, mayBePrivate }: PushServices): boolean {
  if (!URL.canParse(endpoint)) return false
  const { protocol, hostname, port, username, password } = new URL(endpoint)
  if (protocol !== 'https:' || username !== '' || password !== '' || (port !== '' && !mayBePrivate)) return false
  return hosts.some((host) => (host.startsWith('*.') ? hostname.endsWith(host.slice(1)) : hostname === host))
}
