import type { QueryCall } from "./calls.ts";

export type Role = "app" | "sign_in" | "owner";

/** Files whose statements run as somebody else than the app; the first that fits counts. */
const FILES: readonly (readonly [RegExp, Role])[] = [
  [/^apps\/api\/src\/sign-in\//, "sign_in"],
  [/^packages\/db\/src\/(budgets)\.ts$/, "sign_in"],
];

/** Names of connections that say whose they are. */
const RECEIVERS: readonly (readonly [RegExp, Role])[] = [
  [/\bsignInPool$/, "sign_in"],
  [/\bowner$/, "owner"],
];

/** The role that a statement runs in. */
export function roleOf(call: QueryCall, file: string): Role {
  const receiver = call.receiver.getText();
  const byName = RECEIVERS.find(([pattern]) => pattern.test(receiver));
  const byFile = FILES.find(([pattern]) => pattern.test(file));
  return (byName ?? byFile)?.[1] ?? "app";
}
