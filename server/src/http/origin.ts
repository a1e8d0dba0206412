/** Which pages may call this server: its own only. A program without an Origin header is no browser and carries no borrowed cookie. */
import type { IncomingHttpHeaders } from 'node:http'

/** Where this server is reached. */
export interface OwnAddress {
  readonly publicUrl: string | undefined
  readonly host: string
}

/** Whether a request comes from another site's page. `localPort` is the port it arrived at (`request.socket.localPort`). */
export function isForeign(headers: IncomingHttpHeaders, own: OwnAddress, localPort: number | undefined): boolean {
  if (headers['sec-fetch-site'] === 'cross-site') return true
  const { origin } = headers
  return origin !== undefined && !ownOrigins(own, localPort).includes(origin)
}

/** The origin to put into a link: PUBLIC_URL's, else the one this request was sent to when it is one of ours. */
export function originForLinks(hostHeader: string | undefined, own: OwnAddress, localPort: number | undefined): string {
  const origins = ownOrigins(own, localPort)
  return origins.find((origin) => origin === `http://${hostHeader}`) ?? origins[0] ?? ''
}

function ownOrigins(own: OwnAddress, localPort: number | undefined): string[] {
  if (own.publicUrl) return [own.publicUrl]
  const host = own.host.includes(':') ? `[${own.host}]` : own.host
  // The URL parser leaves out port 80, as browsers do.
  return ['localhost', '127.0.0.1', '[::1]', host].map((name) => new URL(`http://${name}:${localPort}`).origin)
}
