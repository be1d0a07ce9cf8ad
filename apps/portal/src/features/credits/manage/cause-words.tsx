import type { Cause } from "@working-social/credits/schema";
import { useTexts } from "../../../lib/texts/catalog.ts";
import { manageCreditsTexts } from "./manage-credits-texts.ts";
import { CauseLink } from "../cause-link.tsx";
import { labelText } from "./label-text.ts";

/** Why credits moved or money is charged, as staff read it. What somebody prints is theirs: its title stays with them. */
export function CauseWords({ cause }: { cause: Cause }) {
  const { explain: texts } = useTexts(manageCreditsTexts);
  const { type, label } = cause;
  const named = type === "overdraft" ? texts.overdraft : labelText(label);
  const words = type === "booking" ? texts.booking(label) : type === "print_job" ? texts.printJob : named;
  return (
    <CauseLink cause={cause} isOwn={false} className="underline underline-offset-3">
      {words}
    </CauseLink>
  );
}
