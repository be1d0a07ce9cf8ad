import { Badge } from "@working-social/ui";
import { useSeconds } from "../../lib/now.ts";
import { useTexts } from "../../lib/texts/catalog.ts";
import { besideHomeTexts } from "./beside-home-texts.ts";

/** How long a hold still lasts, second by second. */
export function Held({ until }: { until: number }) {
  const texts = useTexts(besideHomeTexts);
  const seconds = Math.max(0, Math.ceil((until - useSeconds()) / 1000));
  return (
    <Badge tone="amber" className="figures mt-2">
      {texts.heldFor(`${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`)}
    </Badge>
  );
}
