import { isIP } from "node:net";

/** Set by our server on every request, whatever the client sent: the address that limits count by. */
export const CLIENT_ADDRESS_HEADER = "x-client-address";

/** An address without the port that some proxies write behind it (RFC 7239, section 6): whoever connects anew is no other one. */
export function addressOf(given: string): string {
  return /^(\d+(?:\.\d+){3}):\d+$/.exec(given)?.[1] ?? /^\[(.+)\](?::\d+)?$/.exec(given)?.[1] ?? given;
}

/**
 * What counts as one network: an IPv4 address, or the /64 of an IPv6 address, whose other half its holder chooses freely
 * (RFC 4291, 2.5.4). An IPv4 address in IPv6 form is that address.
 */
export function networkOf(given: string): string {
  const address = addressOf(given);
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped !== undefined) return mapped;
  const [plain = ""] = address.split("%");
  if (isIP(plain) !== 6) return plain;
  const [head = "", tail] = plain.toLowerCase().split("::");
  const first = head === "" ? [] : head.split(":");
  const last = tail === undefined || tail === "" ? [] : tail.split(":");
  const zeros = Array.from({ length: Math.max(0, 8 - first.length - last.length) }, () => "0");
  const groups = [...first, ...zeros, ...last].map((group) => group.replace(/^0+(?=.)/, ""));
  return `${groups.slice(0, 4).join(":")}::/64`;
}
