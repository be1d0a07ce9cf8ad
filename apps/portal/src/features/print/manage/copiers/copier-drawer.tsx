import type { LocationView } from "@working-social/booking/schema";
import { PAPER_SIZES } from "@working-social/copier/rules";
import { CreatePrintDeviceInput, type CreatedPrintDevice } from "@working-social/copier/schema";
import { FormRow } from "@working-social/ui";
import type { z } from "zod";
import { useKeyedAction } from "../../../../lib/keyed-action.ts";
import { trpc } from "../../../../lib/trpc.ts";
import { useTexts } from "../../../../lib/texts/catalog.ts";
import { managePrintingTexts } from "../printing-texts.ts";
import { BoundSelect, BoundText } from "../../../manage/form/bound-fields.tsx";
import { EditDrawer } from "../../../manage/form/edit-drawer.tsx";
import { useEntityForm } from "../../../manage/form/use-entity-form.ts";

type CopierDrawerProps = {
  location: LocationView;
  onCreated: (device: CreatedPrintDevice) => void;
  onClose: () => void;
};

/** A new copier or print server of a location. */
export function CopierDrawer({ location, onCreated, onClose }: CopierDrawerProps) {
  const { copiers: texts, prices } = useTexts(managePrintingTexts);
  const create = useKeyedAction(trpc.printing.createDevice.mutationOptions(), { onDone: onCreated });
  const form = useEntityForm({
    schema: CreatePrintDeviceInput,
    defaults: defaultsOf(location),
    onSave: (fields) => create.run(fields),
    saving: create,
  });
  const sizes = PAPER_SIZES.filter((size) => size !== "other").map((id) => ({ id, label: prices.sizes[id] ?? id }));
  const colours = (["mono", "colour"] as const).map((id) => ({ id, label: texts.colours[id] }));
  return (
    <EditDrawer title={texts.newTitle} form={form} onClose={onClose} submitLabel={texts.add}>
      <BoundText
        form={form}
        name="name"
        label={texts.name}
        description={texts.nameHint}
        isRequired
        autoComplete="off"
      />
      <FormRow>
        <BoundSelect form={form} name="defaultColour" label={texts.colour} options={colours} />
        <BoundSelect form={form} name="defaultPaperSize" label={texts.size} options={sizes} />
      </FormRow>
    </EditDrawer>
  );
}

export function defaultsOf(location: LocationView): z.input<typeof CreatePrintDeviceInput> {
  return { locationId: location.id, name: "", defaultColour: "mono", defaultPaperSize: usualSize(location) };
}

/** North America prints on Letter (CLDR, paperSize). */
function usualSize({ currency }: LocationView): "A4" | "Letter" {
  return ["USD", "CAD", "MXN"].includes(currency) ? "Letter" : "A4";
}
