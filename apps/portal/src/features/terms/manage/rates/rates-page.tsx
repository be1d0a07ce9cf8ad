import { useSuspenseQuery } from "@tanstack/react-query";
import type { LocationView, RateView } from "@working-social/booking/schema";
import { Button, EmptyState, Table, type TableColumn } from "@working-social/ui";
import { Coins } from "lucide-react";
import { trpc } from "../../../../lib/trpc.ts";
import { useTexts } from "../../../../lib/texts/catalog.ts";
import { manageRatesTexts } from "../rates-texts.ts";
import { useEdited, useEditing } from "../../../manage/form/use-editing.ts";
import { LocationPage } from "../../../manage/frame/manage-page.tsx";
import { EditLink } from "../../../manage/list/edit-link.tsx";
import { NextStep } from "../../../manage/set-up/next-step.tsx";
import { useScopeNames } from "../../../manage/scope/scope-names.ts";
import { RateDrawer } from "./rate-drawer.tsx";
import { priceText, whenText } from "./rate-words.ts";

/** The prices of a location. */
export function RatesPage() {
  const { rates: texts } = useTexts(manageRatesTexts);
  const { openNew } = useEditing();
  const add = (
    <Button variant="primary" onPress={openNew}>
      {texts.add}
    </Button>
  );
  return (
    <LocationPage section="rates" subtitle={texts.subtitle} actions={() => add}>
      {(location) => <Rates key={location.id} location={location} />}
    </LocationPage>
  );
}

function Rates({ location }: { location: LocationView }) {
  const { rates: texts } = useTexts(manageRatesTexts);
  const { editing, close } = useEditing();
  const { data: rates } = useSuspenseQuery(trpc.rates.list.queryOptions({ locationId: location.id }));
  const columns = useColumns(location);
  const edited = useEdited(rates);
  return (
    <>
      {rates.length > 0 ? (
        <Table label={texts.subtitle} columns={columns} rows={rates} rowKey={({ id }) => id} />
      ) : (
        <EmptyState icon={<Coins />} title={texts.emptyTitle}>
          {texts.emptyText}
        </EmptyState>
      )}
      {rates.length > 0 && <NextStep after="rates" location={location} />}
      {(edited || editing === "new") && (
        <RateDrawer key={editing} location={location} rate={edited} rates={rates} onClose={close} />
      )}
    </>
  );
}

function useColumns({ id: locationId, currency }: LocationView): TableColumn<RateView>[] {
  const { rates: texts } = useTexts(manageRatesTexts);
  const { nameOf } = useScopeNames(locationId);
  const { data: plans } = useSuspenseQuery(trpc.plans.list.queryOptions());
  const audience = (rate: RateView) => {
    const plan = plans.find(({ id }) => id === rate.planId);
    return plan ? texts.planPeople(plan.name) : texts.audiences[rate.audience];
  };
  return [
    { id: "name", header: texts.name, isRowHeader: true, cell: ({ id, name }) => <EditLink id={id}>{name}</EditLink> },
    { id: "what", header: texts.what, cell: nameOf },
    { id: "who", header: texts.who, isSecondary: true, cell: audience },
    {
      id: "when",
      header: texts.when,
      isSecondary: true,
      cell: (rate) => <span className="figures">{whenText(rate, texts)}</span>,
    },
    { id: "price", header: texts.price, align: "figures", cell: (rate) => priceText(rate, currency, texts) },
  ];
}
