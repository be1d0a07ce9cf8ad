import { SignContractInput } from "@working-social/billing/schema";
import { z } from "zod";

const HOLDER = /^(person|team) (.+)$/;

/** As it is typed: the holder as one key, "person …" or "team …". */
export const SignFields = SignContractInput.omit({ holder: true }).extend({ holder: z.string().regex(HOLDER) });
export type SignFieldValues = z.input<typeof SignFields>;

/** What the server asks for. A team has no team that could pay for it. */
export function signInputOf({ holder, payer, ...rest }: z.output<typeof SignFields>): SignContractInput {
  const [, kind, id = ""] = HOLDER.exec(holder) ?? [];
  return kind === "team"
    ? { ...rest, holder: { teamId: id }, payer: "holder" }
    : { ...rest, holder: { personId: id }, payer };
}
