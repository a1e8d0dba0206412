/** Whose word about an address is taken: forwarding headers count only as far as listed proxies wrote them, for calls and upgrades alike. */
import type { IncomingMessage } from 'node:http'
import { BlockList, isIPv6 } from 'node:net'

/** Whether an address belongs to a proxy of the list. */
export type IsTrusted = (address: string) => boolean

/** Takes addresses and networks as the configuration has them. */
export function trustedProxies(list: readonly string[]): IsTrusted {
  const proxies = new BlockList()
  for (const entry of list) {
    const [address = '', bits] = entry.split('/')
    const family = isIPv6(address) ? 'ipv6' : 'ipv4'
    if (bits === undefined) proxies.addAddress(address, family)
    else proxies.addSubnet(address, Number(bits), family)
  }
  return (address) => proxies.check(address, isIPv6(address) ? 'ipv6' : 'ipv4')
}

/** The address a request came from: the nearest one that no trusted proxy has. */
export function addressOf({ headers, socket }: Pick<IncomingMessage, 'headers' | 'socket'>, isTrusted: IsTrusted): string {
  const forwarded = [headers['x-forwarded-for'] ?? []].flat().join(',')
  const hops = [
    ...forwarded
      .split(',')
      .map((hop) => hop.trim())
      .filter((hop) => hop !== ''),
    socket.remoteAddress ?? '',
  ].toReversed()
  return hops.find((hop) => !isTrusted(hop)) ?? hops.at(-1) ?? ''
}
