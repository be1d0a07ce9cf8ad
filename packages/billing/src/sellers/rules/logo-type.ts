import type { LogoType } from "../schema.ts";

/** How a file of each type begins: the signature of PNG (RFC 2083, 3.1), and the start of image and first marker of JPEG (ITU T.81, B.1). */
const SIGNATURES: readonly (readonly [LogoType, readonly number[]])[] = [
  ["image/png", [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  ["image/jpeg", [0xff, 0xd8, 0xff]],
];

/** What a picture is by its first bytes, whatever it is called; null: neither PNG nor JPEG. */
export function logoType(bytes: Uint8Array): LogoType | null {
  const found = SIGNATURES.find(([, signature]) => signature.every((byte, place) => bytes[place] === byte));
  return found?.[0] ?? null;
}
