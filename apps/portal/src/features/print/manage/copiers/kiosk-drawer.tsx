import { CreatePrintKioskInput, type CreatedPrintKiosk, type PrintDeviceView } from "@working-social/copier/schema";
import type { z } from "zod";
import { useKeyedAction } from "../../../../lib/keyed-action.ts";
import { trpc } from "../../../../lib/trpc.ts";
import { useTexts } from "../../../../lib/texts/catalog.ts";
import { managePrintingTexts } from "../printing-texts.ts";
import { BoundText } from "../../../manage/form/bound-fields.tsx";
import { EditDrawer } from "../../../manage/form/edit-drawer.tsx";
import { useEntityForm } from "../../../manage/form/use-entity-form.ts";

type KioskDrawerProps = {
  device: PrintDeviceView;
  onCreated: (kiosk: CreatedPrintKiosk) => void;
  onClose: () => void;
};

/** A new screen beside a copier. */
export function KioskDrawer({ device, onCreated, onClose }: KioskDrawerProps) {
  const { copiers: texts } = useTexts(managePrintingTexts);
  const create = useKeyedAction(trpc.printing.createKiosk.mutationOptions(), { onDone: onCreated });
  const form = useEntityForm({
    schema: CreatePrintKioskInput,
    defaults: defaultsOf(device),
    onSave: (fields) => create.run(fields),
    saving: create,
  });
  return (
    <EditDrawer title={texts.kioskTitle(device.name)} form={form} onClose={onClose} submitLabel={texts.addKiosk}>
      <p className="text-second">{texts.kioskText}</p>
      <BoundText
        form={form}
        name="name"
        label={texts.kioskName}
        description={texts.kioskNameHint}
        isRequired
        autoComplete="off"
      />
    </EditDrawer>
  );
}

export function defaultsOf(device: PrintDeviceView): z.input<typeof CreatePrintKioskInput> {
  return { deviceId: device.id, name: "" };
}
