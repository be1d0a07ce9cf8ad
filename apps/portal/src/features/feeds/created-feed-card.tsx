import type { CreatedFeed } from "@working-social/feeds/schema";
import { Button, buttonClass, Card, toast } from "@working-social/ui";
import { Copy } from "lucide-react";
import { useEffect, useRef } from "react";
import { useTexts } from "../../lib/texts/catalog.ts";
import { feedsTexts } from "./feeds-texts.ts";

/** The new address, shown once, with the ways to put it into a calendar. Takes the focus, since it will not come back. */
export function CreatedFeedCard({ feed, onDone }: { feed: CreatedFeed; onDone: () => void }) {
  const texts = useTexts(feedsTexts);
  const heading = useRef<HTMLHeadingElement>(null);
  const url = new URL(feed.path, location.href).href;
  useEffect(() => heading.current?.focus(), []);

  async function copy() {
    await navigator.clipboard.writeText(url);
    toast({ title: texts.copied, tone: "accent" });
  }
  return (
    <Card className="flex flex-col gap-3 border-accent">
      <h2 ref={heading} tabIndex={-1} className="text-lg font-semibold">
        {texts.createdTitle}
      </h2>
      <p className="text-second">{texts.createdText}</p>
      <code className="rounded-md border bg-sunk px-3 py-2 font-mono text-sm break-all select-all">{url}</code>
      <div className="flex flex-wrap gap-2">
        <Button variant="primary" onPress={() => void copy()}>
          <Copy aria-hidden="true" className="size-4" />
          {texts.copy}
        </Button>
        <a href={url.replace(/^https?:/, "webcal:")} className={buttonClass()}>
          {texts.openInCalendar}
        </a>
        <Button variant="quiet" onPress={onDone}>
          {texts.done}
        </Button>
      </div>
      <div className="text-sm text-second">
        <p className="font-semibold text-ink">{texts.howTo}</p>
        <ul className="mt-1 flex flex-col gap-1">
          <li>{texts.google}</li>
          <li>{texts.apple}</li>
          <li>{texts.outlook}</li>
        </ul>
      </div>
    </Card>
  );
}
