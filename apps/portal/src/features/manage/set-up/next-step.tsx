import { Link } from "@tanstack/react-router";
import type { LocationView } from "@working-social/booking/schema";
import { buttonClass, Callout } from "@working-social/ui";
import { useTexts } from "../../../lib/texts/catalog.ts";
import { setUpTexts } from "./set-up-texts.ts";
import { isSetUpHidden } from "./set-up-hidden.ts";
import { stepAfter, type StepId } from "./set-up-steps.ts";
import { useSpaceSoFar } from "./use-space-so-far.ts";

/** While a space is being set up, the page of a step that is done leads to the next one. */
export function NextStep({ after, location }: { after: StepId; location: LocationView }) {
  const texts = useTexts(setUpTexts);
  const next = stepAfter(after, useSpaceSoFar(location));
  if (!next || isSetUpHidden()) return null;
  const { title, text } = texts.steps[next.id];
  const go = (
    <Link to={next.href} className={buttonClass({ variant: "primary", size: "small" })}>
      {texts.next(title)}
    </Link>
  );
  return (
    <Callout tone="accent" actions={go}>
      {text}
    </Callout>
  );
}
