import { Link } from "@tanstack/react-router";
import { buttonClass, EmptyState, Page } from "@working-social/ui";
import { DoorOpen } from "lucide-react";
import { useMe } from "../../lib/me.ts";
import { useTitle } from "../../lib/title.ts";
import { besideHomeTexts } from "./beside-home-texts.ts";
import { useTexts } from "../../lib/texts/catalog.ts";
import { homeTexts } from "./home-texts.ts";

/** A space without a location or rooms: the first step for those who may take it, a word of patience for the others. */
export function EmptySpace() {
  const texts = useTexts(homeTexts);
  const beside = useTexts(besideHomeTexts);
  const { manageSpace } = useMe().permissions;
  useTitle(texts.title);
  const action = (
    <Link to="/manage" className={buttonClass({ variant: "primary" })}>
      {beside.setUpSpace}
    </Link>
  );
  return (
    <Page>
      <EmptyState
        icon={<DoorOpen />}
        title={
          <span role="heading" aria-level={1}>
            {beside.noLocation}
          </span>
        }
        action={manageSpace ? action : undefined}
      >
        {manageSpace ? beside.noLocationManager : beside.noLocationMember}
      </EmptyState>
    </Page>
  );
}
