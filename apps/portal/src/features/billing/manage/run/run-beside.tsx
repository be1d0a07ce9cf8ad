import type { RunPreview } from "@working-social/billing/schema";
import { useTexts } from "../../../../lib/texts/catalog.ts";
import { dayWords } from "../../shared/day-words.ts";
import { countOf } from "./issue-button.tsx";
import { runTexts } from "./run-texts.ts";
import { ToClear } from "./to-clear.tsx";

/** What stands in the way, and what the button will do. */
export function RunBeside({ preview }: { preview: RunPreview }) {
  const texts = useTexts(runTexts);
  const count = countOf(preview);
  const heldCount = preview.accounts.filter(({ problem }) => problem !== null).length;
  return (
    <div className="flex min-h-full flex-col gap-6">
      <ToClear preview={preview} />
      {count > 0 && (
        <section className="mt-auto rounded-lg bg-sunk p-4 text-sm">
          <h2 className="mb-1 text-base font-semibold">{texts.whenTitle}</h2>
          <p className="text-second">
            {[
              texts.when(count, dayWords(preview.issueDate)),
              ...(heldCount > 0 ? [texts.whenHeld(heldCount)] : []),
              texts.whenNever,
            ].join(" ")}
          </p>
        </section>
      )}
    </div>
  );
}
