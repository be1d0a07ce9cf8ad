import type { FloorView, LocationView } from "@working-social/booking/schema";
import { Button, Dialog, Form, FormError, FormRow, NumberField, TextField } from "@working-social/ui";
import { useId, useState, type FormEvent } from "react";
import { useKeyedAction } from "../../../../lib/keyed-action.ts";
import { refusalSentence } from "../../../../lib/refusals.ts";
import { trpc } from "../../../../lib/trpc.ts";
import { useTexts } from "../../../../lib/texts/catalog.ts";
import { manageFloorsTexts } from "./floors-texts.ts";

type NewFloorDialogProps = {
  location: LocationView;
  /** How many there are: the new one comes after them. */
  floorCount: number;
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
  onCreated: (floors: FloorView[]) => void;
};

/** An empty floor: a name and a size are enough to begin. */
export function NewFloorDialog({ location, floorCount, isOpen, onOpenChange, onCreated }: NewFloorDialogProps) {
  const texts = useTexts(manageFloorsTexts);
  const formId = useId();
  const [name, setName] = useState(texts.firstName(floorCount));
  const [widthM, setWidthM] = useState<number | null>(20);
  const [depthM, setDepthM] = useState<number | null>(12);
  const create = useKeyedAction(trpc.floors.create.mutationOptions(), { onDone: onCreated });
  function submit(event: FormEvent) {
    event.preventDefault();
    const [widthCm, heightCm] = [Math.round((widthM ?? 0) * 100), Math.round((depthM ?? 0) * 100)];
    create.run({
      locationId: location.id,
      floors: [{ name, sortOrder: floorCount * 10, widthCm, heightCm, shapes: [] }],
    });
  }
  const size = { suffix: texts.metres, minimum: 1, maximum: 1000, step: 0.5, precision: 2, hasSteppers: false };
  return (
    <Dialog
      {...{ isOpen, onOpenChange }}
      title={texts.newTitle}
      footer={
        <>
          <Button onPress={() => onOpenChange(false)}>{texts.cancel}</Button>
          <Button variant="primary" type="submit" form={formId} isPending={create.isPending}>
            {texts.create}
          </Button>
        </>
      }
    >
      <Form id={formId} onSubmit={submit}>
        <FormError>{create.refusal && refusalSentence(create.refusal)}</FormError>
        <TextField label={texts.name} value={name} onChange={setName} />
        <FormRow>
          <NumberField {...size} label={texts.widthM} value={widthM} onChange={setWidthM} />
          <NumberField {...size} label={texts.depthM} value={depthM} onChange={setDepthM} />
        </FormRow>
      </Form>
    </Dialog>
  );
}
