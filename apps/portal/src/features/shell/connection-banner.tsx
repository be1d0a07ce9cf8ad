import { CloudOff } from "lucide-react";
import { useIsConnected } from "../../lib/live.ts";
import { useTexts } from "../../lib/texts/catalog.ts";
import { shellTexts } from "./shell-texts.ts";

/** A quiet line on top while changes don't reach this page. The live region is always there, so that it is announced. */
export function ConnectionBanner() {
  const texts = useTexts(shellTexts);
  const isConnected = useIsConnected();
  return (
    <div role="status" className="sticky top-0 z-30 empty:hidden">
      {!isConnected && (
        <p className="flex items-center gap-2 border-b bg-amber-weak px-4.5 py-2 text-sm text-amber-on-weak sm:px-8">
          <CloudOff aria-hidden="true" className="size-4 shrink-0" />
          {navigator.onLine ? texts.stale : texts.offline}
        </p>
      )}
    </div>
  );
}
