import { Link } from "@tanstack/react-router";
import type { LocationView } from "@working-social/booking/schema";
import { Button, Card, classNames, Section, VisuallyHidden } from "@working-social/ui";
import { ChevronRight, CircleCheck, CircleDashed } from "lucide-react";
import { useState } from "react";
import { useTexts } from "../../../lib/texts/catalog.ts";
import { setUpTexts } from "./set-up-texts.ts";
import { isSetUpHidden, rememberSetUpHidden } from "./set-up-hidden.ts";
import { setUpSteps, type SetUpStep } from "./set-up-steps.ts";
import { useSpaceSoFar } from "./use-space-so-far.ts";

/** The list of what makes a space usable, until all of it is done or it is put away. */
export function SetUpList({ location }: { location: LocationView | null }) {
  const texts = useTexts(setUpTexts);
  const steps = setUpSteps(useSpaceSoFar(location));
  const [isHidden, setIsHidden] = useState(isSetUpHidden);
  const doneCount = steps.filter(({ isDone }) => isDone).length;
  const firstOpen = steps.find(({ isDone }) => !isDone);
  if (!firstOpen) return null;
  function hide(hidden: boolean) {
    setIsHidden(hidden);
    rememberSetUpHidden(hidden);
  }
  const toggle = (
    <Button size="small" variant="quiet" onPress={() => hide(!isHidden)}>
      {isHidden ? texts.show : texts.hide}
    </Button>
  );
  return (
    <Section title={`${texts.title} · ${texts.done(doneCount, steps.length)}`} action={toggle}>
      {!isHidden && (
        <>
          <p className="text-second">{texts.lead}</p>
          <Card padding="none">
            <ol className="divide-y divide-line">
              {steps.map((step) => (
                <Step key={step.id} step={step} isFirst={step === firstOpen} />
              ))}
            </ol>
          </Card>
        </>
      )}
    </Section>
  );
}

function Step({ step, isFirst }: { step: SetUpStep; isFirst: boolean }) {
  const texts = useTexts(setUpTexts);
  const { title, text } = texts.steps[step.id];
  const Icon = step.isDone ? CircleCheck : CircleDashed;
  return (
    <li>
      <Link
        to={step.href}
        className="flex items-center gap-3 px-4 py-3 hover:bg-paper focus-visible:-outline-offset-2! sm:px-5"
      >
        <Icon
          aria-hidden="true"
          className={classNames("size-5 shrink-0", step.isDone || isFirst ? "text-accent" : "text-third")}
        />
        <span className="min-w-0 flex-1">
          <span className={classNames("block font-medium", step.isDone && "text-second")}>
            {title}
            <VisuallyHidden>({step.isDone ? texts.doneMark : texts.openMark})</VisuallyHidden>
          </span>
          <span className="block text-sm text-second">{text}</span>
        </span>
        <ChevronRight aria-hidden="true" className="size-4 shrink-0 text-second" />
      </Link>
    </li>
  );
}
