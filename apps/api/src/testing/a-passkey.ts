import type { Authenticator, SignOptions } from "./authenticator.ts";
import { anAuthenticator } from "./authenticator.ts";
import { cookieOf, post } from "./sign-in.ts";
import type { TestServer } from "./test-server.ts";
import { PUBLIC_URL } from "./test-server.ts";

const origin = { origin: PUBLIC_URL };

/** A ceremony that began: its challenge, what the browser is asked for, and the cookies that belong to it. */
export interface Ceremony {
  challenge: string;
  userVerification: string | undefined;
  cookie: string;
}

export async function begin(
  server: Pick<TestServer, "url">,
  kind: "register" | "authenticate",
  cookie = "",
): Promise<Ceremony> {
  const response = await fetch(`${server.url}/api/auth/passkey/generate-${kind}-options`, {
    headers: { cookie, ...origin },
  });
  if (!response.ok) throw new Error(`No ceremony: ${response.status} ${await response.text()}`);
  const options = (await response.json()) as {
    challenge: string;
    userVerification?: string;
    authenticatorSelection?: { userVerification: string };
  };
  const userVerification = options.userVerification ?? options.authenticatorSelection?.userVerification;
  const cookies = [cookie, cookieOf(response)].filter(Boolean).join("; ");
  return { challenge: options.challenge, userVerification, cookie: cookies };
}

export const register = (server: Pick<TestServer, "url">, response: object, { cookie }: Ceremony) =>
  post(server, "/passkey/verify-registration", { response, name: "Laptop" }, { ...origin, cookie });

export const authenticate = (server: Pick<TestServer, "url">, response: object, { cookie }: Ceremony) =>
  post(server, "/passkey/verify-authentication", { response }, { ...origin, cookie });

export const anyAuthenticator = () => anAuthenticator(new URL(PUBLIC_URL).hostname, PUBLIC_URL);

/** Adds a passkey to the account of a session. */
export async function aPasskeyOf(server: Pick<TestServer, "url">, cookie: string) {
  const device: Authenticator = anyAuthenticator();
  const ceremony = await begin(server, "register", cookie);
  const registered = await register(server, device.register(ceremony.challenge), ceremony);
  if (!registered.ok) throw new Error(`No passkey: ${registered.status} ${await registered.text()}`);
  const { id } = (await registered.json()) as { id: string };
  const signIn = async (from = "", options: SignOptions = {}) => {
    const asked = await begin(server, "authenticate", from);
    return authenticate(server, device.sign(asked.challenge, options), asked);
  };
  return { id, device: { ...device, signIn } };
}
