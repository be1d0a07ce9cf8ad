import { Link } from "@tanstack/react-router";
import { useTexts } from "../../../lib/texts/catalog.ts";
import { manageCreditsTexts } from "./manage-credits-texts.ts";

type CreditsLinkProps = {
  of: { person: string } | { team: string };
  name: string;
  /** Opens beside the page, where leaving it would lose what was typed. */
  isBeside?: boolean;
  /** Where no heading says what the link is. */
  isLong?: boolean;
};

/** Leads from a person or a team to what they have. */
export function CreditsLink({ of, name, isBeside, isLong }: CreditsLinkProps) {
  const { page: texts } = useTexts(manageCreditsTexts);
  return (
    <Link
      to="/manage/credits"
      search={of}
      {...(isBeside ? { target: "_blank" } : {})}
      aria-label={texts.linkToOf(name)}
      className="inline-flex items-center text-sm text-accent underline-offset-3 hover:underline touch:min-h-11"
    >
      {isLong ? texts.linkToOf(name) : texts.linkTo}
    </Link>
  );
}
