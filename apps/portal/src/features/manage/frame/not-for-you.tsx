import { Link } from "@tanstack/react-router";
import { buttonClass, EmptyState } from "@working-social/ui";
import { DoorClosed } from "lucide-react";
import { useMe } from "../../../lib/me.ts";
import { useTitle } from "../../../lib/title.ts";
import { useTexts } from "../../../lib/texts/catalog.ts";
import { manageTexts } from "../manage-texts.ts";
import { sectionsFor } from "./sections.ts";

/** Says whose page this is, and where to go instead. */
export function NotForYou() {
  const texts = useTexts(manageTexts);
  const { person, permissions } = useMe();
  const [first] = sectionsFor(permissions);
  useTitle(texts.notForYouTitle);
  return (
    <div className="grid min-h-[60dvh] place-items-center">
      <EmptyState
        icon={<DoorClosed />}
        title={
          <span role="heading" aria-level={1}>
            {texts.notForYouTitle}
          </span>
        }
        action={
          <Link to={first?.href ?? "/"} className={buttonClass({ variant: "primary" })}>
            {first ? texts.sections[first.id] : texts.goHome}
          </Link>
        }
      >
        {first ? texts.notForYou(texts.roles[person.role]) : texts.notForMembers}
      </EmptyState>
    </div>
  );
}
