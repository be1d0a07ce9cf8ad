import { CreateRateInput, type LocationView, type RateView } from "@working-social/booking/schema";
import type { z } from "zod";
import { useAction } from "../../../../lib/action.ts";
import { useKeyedAction } from "../../../../lib/keyed-action.ts";
import { trpc } from "../../../../lib/trpc.ts";
import { useTexts } from "../../../../lib/texts/catalog.ts";
import { manageTexts } from "../../../manage/manage-texts.ts";
import { manageRatesTexts } from "../rates-texts.ts";
import { ArchiveButton } from "../../../manage/form/archive-button.tsx";
import { EditDrawer } from "../../../manage/form/edit-drawer.tsx";
import { useEntityForm, type EntityForm } from "../../../manage/form/use-entity-form.ts";
import { sayDone } from "../../../../lib/say-done.ts";
import { RateFields } from "./rate-fields.tsx";
import { RatePreview } from "./rate-preview.tsx";

export type RateFieldValues = z.input<typeof CreateRateInput>;
export type RateForm = EntityForm<RateFieldValues, CreateRateInput>;

type RateDrawerProps = { location: LocationView; rate: RateView | null; rates: RateView[]; onClose: () => void };

/** A new rate (rate: null), or one that exists, with what it makes a booking cost. */
export function RateDrawer({ location, rate, rates, onClose }: RateDrawerProps) {
  const { rates: texts } = useTexts(manageRatesTexts);
  const common = useTexts(manageTexts);
  const done = (said: string) => {
    sayDone(said);
    onClose();
  };
  const onDone = ({ name }: RateView) => done(texts.saved(name));
  const create = useKeyedAction(trpc.rates.create.mutationOptions(), { onDone });
  const update = useAction(trpc.rates.update.mutationOptions(), { onDone });
  const archive = useKeyedAction(trpc.rates.archive.mutationOptions(), {
    refusals: "toast",
    onDone: () => done(texts.archived(rate?.name ?? "")),
  });
  const form: RateForm = useEntityForm({
    schema: CreateRateInput,
    defaults: defaultsOf(location, rate),
    onSave: (fields, edit) => (rate ? update.run({ id: rate.id, ...edit }) : create.run(fields)),
    onUntouched: rate && onClose,
    saving: rate ? update : create,
  });
  const archiveButton = rate && (
    <ArchiveButton
      title={texts.archiveTitle(rate.name)}
      isPending={archive.isPending}
      onArchive={() => archive.run({ id: rate.id })}
    >
      {texts.archiveText}
    </ArchiveButton>
  );
  return (
    <EditDrawer
      title={rate?.name ?? texts.newTitle}
      form={form}
      onClose={onClose}
      submitLabel={rate ? common.save : texts.add}
      extra={archiveButton}
      size="large"
    >
      <RateFields form={form} location={location} />
      <RatePreview location={location} draft={form.form.watch()} rateId={rate?.id ?? null} rates={rates} />
    </EditDrawer>
  );
}

export function defaultsOf(location: LocationView, rate: RateView | null): Partial<RateFieldValues> {
  if (rate) {
    const { id: _id, ...fields } = rate;
    return fields;
  }
  return {
    name: "",
    locationId: location.id,
    resourceKind: "room",
    resourceId: null,
    audience: "anyone",
    planId: null,
    weekdays: [],
    bandFromMinute: 0,
    bandToMinute: 1440,
    unit: "hour",
    minimumChargeMinor: null,
  };
}
