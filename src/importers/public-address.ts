// Whether a network address is out on the public internet: the only kind a page is ever fetched from.
import ipaddr from 'ipaddr.js';

/**
 * False for loopback, private, link-local, shared (CGNAT), multicast, reserved and documentation addresses, for every
 * form that carries an IPv4 address inside IPv6 (mapped, compatible, NAT64, 6to4, Teredo), and for what is no address.
 */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.parse(address);
  if (parsed.range() !== 'unicast') return false;
  // All public IPv6 addresses handed out are in 2000::/3; the rest of "unicast" holds deprecated and local ranges.
  return parsed instanceof ipaddr.IPv4 || (parsed.parts[0]! >= 0x2000 && parsed.parts[0]! <= 0x3fff);
}

/** Names that only ever lead inside: no dot, or a suffix kept for local networks. */
export function isLocalName(host: string): boolean {
  const name = host.toLowerCase().replace(/\.$/, '');
  return (
    !name.includes('.') ||
    /\.(?:localhost|local|internal|intranet|home|lan|corp|private|test|invalid|home\.arpa)$/.test(name)
  );
}
