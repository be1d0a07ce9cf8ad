import { readFloorspace, type DrawingAnswer } from "@working-social/booking/rules";
import type { FloorView, LocationView } from "@working-social/booking/schema";
import { Button, Callout, Dialog, FormError } from "@working-social/ui";
import { useId, useState } from "react";
import { useKeyedAction } from "../../../../lib/keyed-action.ts";
import { refusalSentence } from "../../../../lib/refusals.ts";
import { trpc } from "../../../../lib/trpc.ts";
import { useTexts } from "../../../../lib/texts/catalog.ts";
import { manageFloorsTexts } from "./floors-texts.ts";

const MOST_BYTES = 10_000_000;

type ImportDialogProps = {
  location: LocationView;
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
  onCreated: (floors: FloorView[]) => void;
};

/** Reads a drawing here, shows what is in it, and adds its floors only then. */
export function ImportDialog({ location, isOpen, onOpenChange, onCreated }: ImportDialogProps) {
  const texts = useTexts(manageFloorsTexts);
  const fileId = useId();
  const [answer, setAnswer] = useState<DrawingAnswer | "too_big" | null>(null);
  const create = useKeyedAction(trpc.floors.create.mutationOptions(), { onDone: onCreated });
  async function read(file: File | undefined) {
    create.reset();
    if (!file) return setAnswer(null);
    setAnswer(file.size > MOST_BYTES ? "too_big" : readFloorspace(await file.text()));
  }
  const floors = answer !== null && answer !== "too_big" ? answer.floors : [];
  return (
    <Dialog
      {...{ isOpen, onOpenChange }}
      title={texts.importTitle}
      footer={
        <>
          <Button onPress={() => onOpenChange(false)}>{texts.cancel}</Button>
          {floors.length > 0 && (
            <Button
              variant="primary"
              isPending={create.isPending}
              onPress={() => create.run({ locationId: location.id, floors })}
            >
              {texts.importNow(floors.length)}
            </Button>
          )}
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <FormError>{create.refusal && refusalSentence(create.refusal)}</FormError>
        <p className="text-second">{texts.importText}</p>
        <div className="flex flex-col gap-1.5">
          <label htmlFor={fileId} className="text-sm font-medium">
            {texts.file}
          </label>
          <input
            id={fileId}
            type="file"
            accept=".json,application/json"
            onChange={(event) => void read(event.target.files?.[0])}
            className="text-sm file:me-3 file:h-9 file:rounded-md file:border file:border-solid file:border-line file:bg-surface file:px-3 file:font-medium"
          />
        </div>
        <div aria-live="polite">
          <Answer answer={answer} />
        </div>
      </div>
    </Dialog>
  );
}

function Answer({ answer }: { answer: DrawingAnswer | "too_big" | null }) {
  const texts = useTexts(manageFloorsTexts);
  if (answer === null) return null;
  if (answer === "too_big") return <Callout tone="red">{texts.tooBig}</Callout>;
  if (answer.problems.length > 0)
    return (
      <Callout tone="red" title={texts.problemsTitle}>
        <ul>
          {answer.problems.map((problem) => (
            <li key={`${problem.code} ${problem.where}`}>{texts.problem(problem)}</li>
          ))}
        </ul>
      </Callout>
    );
  const spaces = answer.floors.reduce((sum, { shapes }) => sum + shapes.length, 0);
  return (
    <Callout title={texts.found(answer.floors.length, spaces)}>
      {texts.shapesOn(answer.floors.map(({ name, shapes }) => ({ name, shapes: shapes.length })))}
      {answer.undrawn.length > 0 && <p>{texts.undrawn(answer.undrawn.length)}</p>}
      {answer.tooDetailed.length > 0 && <p>{texts.tooDetailed(answer.tooDetailed)}</p>}
    </Callout>
  );
}
