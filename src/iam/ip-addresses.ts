import { isIPv4, isIPv6 } from 'node:net';

/** Whether an address is in a block, such as `203.0.113.0/24`, or equals an address. Undefined if a value is not valid. */
export function isInBlock(address: string, block: string): boolean | undefined {
  const [network, prefix, ...others] = block.split('/');
  const [given, wanted] = [numberOf(address), numberOf(network)];
  if (given === undefined || wanted === undefined || others.length > 0 || prefix !== undefined && !/^\d{1,3}$/.test(prefix)) { return undefined; }
  const length = prefix === undefined ? wanted.bits : Number(prefix);
  if (length > wanted.bits) { return undefined; }
  const size = 2n ** BigInt(wanted.bits - length);
  return given.bits === wanted.bits && given.value / size === wanted.value / size;
}

interface Address {
  readonly bits: 32 | 128;
  readonly value: bigint;
}

function numberOf(address: string): Address | undefined {
  if (isIPv4(address)) { return { bits: 32, value: joined(address.split('.').map(BigInt), 8) }; }
  return isIPv6(address) && !address.includes('%') ? { bits: 128, value: joined(groupsOf(address), 16) } : undefined;
}

function joined(pieces: readonly bigint[], bits: number): bigint {
  return pieces.reduce((sum, piece) => sum * 2n ** BigInt(bits) + piece, 0n);
}

/** Eight groups of four digits. The last two can be an IPv4 address. */
function groupsOf(address: string): bigint[] {
  const plain = address.replace(/(\d+)\.(\d+)\.(\d+)\.(\d+)$/, (_, ...bytes: string[]) => {
    const [a, b, c, d] = bytes.map(Number);
    return [a * 256 + b, c * 256 + d].map((group) => group.toString(16)).join(':');
  });
  const [head, tail] = plain.split('::').map((half) => (half === '' ? [] : half.split(':')));
  const groups = tail === undefined ? head : [...head, ...Array.from({ length: 8 - head.length - tail.length }, () => '0'), ...tail];
  return groups.map((group) => BigInt(`0x${group}`));
}

/** Public addresses that have nothing in common. Who is allowed from all of them is allowed from anywhere. */
export const UNRELATED_ADDRESSES: readonly string[] = ['8.8.8.8', '91.198.174.192', '202.12.27.33'];
