import { CreateRateInput, type LocationView, type RateView } from "@working-social/booking/schema";
import type { z } from "zod";
import { useAction } from "../../../../lib/action.ts";
import { useKeyedAction } from "../../../../lib/keyed-action.ts";
import { trpc } from "../../../../lib/trpc.ts";
import { useTexts } from "../../../../lib/texts/catalog.ts";
import { manageRatesTexts } from "../rates-texts.ts";
import { EntityDrawer } from "../../../manage/form/entity-drawer.tsx";
import { useEntity } from "../../../manage/form/use-entity.ts";
import type { EntityForm } from "../../../manage/form/use-entity-form.ts";
import { RateFields } from "./rate-fields.tsx";
import { RatePreview } from "./rate-preview.tsx";

export type RateFieldValues = z.input<typeof CreateRateInput>;
export type RateForm = EntityForm<RateFieldValues, CreateRateInput>;

type RateDrawerProps = { location: LocationView; rate: RateView | null; rates: RateView[]; onClose: () => void };

/** A new rate (rate: null), or one that exists, with what it makes a booking cost. */
export function RateDrawer({ location, rate, rates, onClose }: RateDrawerProps) {
  const { rates: texts } = useTexts(manageRatesTexts);
  const archive = useKeyedAction(trpc.rates.archive.mutationOptions(), { refusals: "toast" });
  const entity = useEntity({
    thing: rate,
    schema: CreateRateInput,
    defaults: defaultsOf(location, rate),
    create: useKeyedAction(trpc.rates.create.mutationOptions()),
    update: useAction(trpc.rates.update.mutationOptions()),
    archive: { verb: archive, words: texts },
    words: texts,
    onClose,
  });
  const form: RateForm = entity.form;
  return (
    <EntityDrawer entity={entity} size="large">
      <RateFields form={form} location={location} />
      <RatePreview location={location} draft={form.form.watch()} rateId={rate?.id ?? null} rates={rates} />
    </EntityDrawer>
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
