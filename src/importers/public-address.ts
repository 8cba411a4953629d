// Whether a network address is out on the public internet: the only kind a page is ever fetched from.
import ipaddr from 'ipaddr.js';

/**
 * False for loopback, private, link-local, shared (CGNAT), multicast, reserved and documentation addresses, for every
 * form that carries an IPv4 address inside IPv6 (mapped, compatible, NAT64, 6to4, Teredo, ISATAP), and for what is no
 * address.
 */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.parse(address);
  if (parsed.range() !== 'unicast') return false;
  if (parsed instanceof ipaddr.IPv4) return parsed.toString() !== AZURE_HOST;
  const [first = 0, , , , isatap = 0, carrier = 0] = parsed.parts;
  if (carrier === 0x5efe && (isatap === 0 || isatap === 0x200)) return false;
  // All public IPv6 addresses handed out are in 2000::/3; the rest of "unicast" holds deprecated and local ranges.
  return first >= 0x2000 && first <= 0x3fff;
}

/** Looks public, and is the host of every virtual machine at Azure, to which it gives out settings and keys. */
const AZURE_HOST = '168.63.129.16';

/** Names that only ever lead inside: no dot, or a suffix kept for local networks. */
export function isLocalName(host: string): boolean {
  const name = host.toLowerCase().replace(/\.$/, '');
  return (
    !name.includes('.') ||
    /\.(?:localhost|local|internal|intranet|home|lan|corp|private|test|invalid|home\.arpa)$/.test(name)
  );
}
