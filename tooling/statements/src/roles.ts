import type { QueryCall } from "./calls.ts";

export type Role = "app" | "sign_in" | "owner";

/** Files whose statements run as others than the app; the first that fits counts. */
const FILES: readonly (readonly [file: RegExp, roles: readonly Role[]])[] = [
  [/^apps\/api\/src\/sign-in\//, ["sign_in"]],
  // Guesses are counted at sign-in, and at the copier by the app.
  [/^packages\/db\/src\/budgets\.ts$/, ["app", "sign_in"]],
];

/** Names of connections that say whose they are. */
const RECEIVERS: readonly (readonly [receiver: RegExp, role: Role])[] = [
  [/\bsignInPool$/, "sign_in"],
  [/\bowner$/, "owner"],
];

/** The roles that a statement runs in. */
export function rolesOf(call: QueryCall, file: string): readonly Role[] {
  const receiver = call.receiver.getText();
  const byName = RECEIVERS.find(([pattern]) => pattern.test(receiver));
  if (byName) return [byName[1]];
  return FILES.find(([pattern]) => pattern.test(file))?.[1] ?? ["app"];
}
