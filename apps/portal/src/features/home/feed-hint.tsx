import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { buttonClass, Card } from "@working-social/ui";
import { trpc } from "../../lib/trpc.ts";
import { besideHomeTexts } from "./beside-home-texts.ts";
import { useTexts } from "../../lib/texts/catalog.ts";

/** Points at the calendar feed until there is one. */
export function FeedHint() {
  const texts = useTexts(besideHomeTexts);
  const { data: feeds } = useQuery(trpc.feeds.list.queryOptions());
  if (!feeds || feeds.some(({ kind }) => kind === "person")) return null;
  return (
    <Card className="flex flex-col items-start gap-2">
      <h2 className="font-semibold">{texts.feedTitle}</h2>
      <p className="text-sm text-second">{texts.feedText}</p>
      <Link to="/account/feeds" className={buttonClass({ size: "small", className: "mt-1" })}>
        {texts.feedAction}
      </Link>
    </Card>
  );
}
