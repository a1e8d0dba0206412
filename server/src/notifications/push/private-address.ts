/** Whether an address of the internet's protocol leads into a private network, to this machine, or nowhere in particular. */
import { BlockList, isIPv6 } from 'node:net'

/** Of the registries of special purpose addresses (RFC 6890): what nobody on the internet can have. */
const PRIVATE = `
  0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.0.0.0/24 192.0.2.0/24
  192.168.0.0/16 198.18.0.0/15 198.51.100.0/24 203.0.113.0/24 224.0.0.0/4 240.0.0.0/4
  100::/64 2001:db8::/32 fc00::/7 fe80::/10 fec0::/10 ff00::/8
  ::/96 ::ffff:0:0/96 64:ff9b::/96 64:ff9b:1::/48 2002::/16` // The last line stands for IPv4 addresses, and would be a way around.

const [fours, sixes] = [new BlockList(), new BlockList()]
for (const network of PRIVATE.trim().split(/\s+/)) {
  const [address = '', bits] = network.split('/')
  if (isIPv6(address)) sixes.addSubnet(address, Number(bits), 'ipv6')
  else fours.addSubnet(address, Number(bits), 'ipv4')
}

export function isPrivate(address: string): boolean {
  return isIPv6(address) ? sixes.check(address, 'ipv6') : fours.check(address, 'ipv4')
}
