import { createHash, generateKeyPairSync, randomBytes, sign } from "node:crypto";

// An authenticator in software, enough of one for WebAuthn: ES256 keys, no attestation (W3C WebAuthn 3, sections 6 and 7).

type Cbor = number | string | Uint8Array | Map<number | string, Cbor>;

/** CBOR (RFC 8949) of the few kinds that WebAuthn needs. */
function cbor(value: Cbor): Buffer {
  if (typeof value === "number") return value >= 0 ? head(0, value) : head(1, -1 - value);
  if (typeof value === "string") return Buffer.concat([head(3, Buffer.byteLength(value)), Buffer.from(value)]);
  if (value instanceof Uint8Array) return Buffer.concat([head(2, value.length), value]);
  return Buffer.concat([head(5, value.size), ...[...value].flatMap(([key, part]) => [cbor(key), cbor(part)])]);
}

function head(major: number, length: number): Buffer {
  if (length < 24) return Buffer.from([(major << 5) | length]);
  return length < 256
    ? Buffer.from([(major << 5) | 24, length])
    : Buffer.from([(major << 5) | 25, length >> 8, length & 255]);
}

const sha256 = (data: Uint8Array | string) => createHash("sha256").update(data).digest();
const USER_PRESENT = 0x01;
const USER_VERIFIED = 0x04;
const HAS_KEY = 0x40;

const flagsOf = (isVerified: boolean) => USER_PRESENT | (isVerified ? USER_VERIFIED : 0);

export interface SignOptions {
  /** False: the device did not check who holds it. */
  isVerified?: boolean;
  origin?: string;
}

export interface Authenticator {
  register(challenge: string, options?: SignOptions): object;
  sign(challenge: string, options?: SignOptions): object;
}

export function anAuthenticator(rpID: string, itsOrigin: string): Authenticator {
  const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const { x = "", y = "" } = publicKey.export({ format: "jwk" });
  const id = randomBytes(32);
  let counter = 0;
  const coordinates = [Buffer.from(x, "base64url"), Buffer.from(y, "base64url")] as const;
  const key = new Map<number, Cbor>([
    [1, 2],
    [3, -7],
    [-1, 1],
    [-2, coordinates[0]],
    [-3, coordinates[1]],
  ]);
  const authData = (flags: number, rest: Uint8Array = Buffer.alloc(0)) => {
    const count = Buffer.alloc(4);
    count.writeUInt32BE(++counter);
    return Buffer.concat([sha256(rpID), Buffer.from([flags]), count, rest]);
  };
  const clientData = (type: string, challenge: string, origin: string) =>
    Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }));
  const credential = (response: Record<string, Uint8Array>) => ({
    id: id.toString("base64url"),
    rawId: id.toString("base64url"),
    type: "public-key",
    clientExtensionResults: {},
    response: Object.fromEntries(
      Object.entries(response).map(([name, data]) => [name, Buffer.from(data).toString("base64url")]),
    ),
  });
  return {
    register(challenge, { isVerified = true, origin = itsOrigin } = {}) {
      const attested = Buffer.concat([Buffer.alloc(16), Buffer.from([0, id.length]), id, cbor(key)]);
      const data = authData(flagsOf(isVerified) | HAS_KEY, attested);
      const attestationObject = cbor(
        new Map<string, Cbor>([
          ["fmt", "none"],
          ["attStmt", new Map()],
          ["authData", data],
        ]),
      );
      return credential({ clientDataJSON: clientData("webauthn.create", challenge, origin), attestationObject });
    },
    sign(challenge, { isVerified = true, origin = itsOrigin } = {}) {
      const authenticatorData = authData(flagsOf(isVerified));
      const clientDataJSON = clientData("webauthn.get", challenge, origin);
      const signature = sign("sha256", Buffer.concat([authenticatorData, sha256(clientDataJSON)]), privateKey);
      return credential({ clientDataJSON, authenticatorData, signature });
    },
  };
}
