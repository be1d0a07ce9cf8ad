import { Link } from "@tanstack/react-router";
import { buttonClass, Callout } from "@working-social/ui";
import { useTexts } from "../../../../lib/texts/catalog.ts";
import { managePrintingTexts } from "../printing-texts.ts";
import { usePrintQueueCount } from "./use-print-queue.ts";

/** On Today: that prints wait for a word from the desk, while some do. */
export function PrintsToLookAt() {
  const { queue: texts } = useTexts(managePrintingTexts);
  const count = usePrintQueueCount();
  if (count === 0) return null;
  return (
    <Callout
      tone="amber"
      title={texts.today(count)}
      actions={
        <Link to="/manage/printing" className={buttonClass({ size: "small" })}>
          {texts.open}
        </Link>
      }
    />
  );
}
