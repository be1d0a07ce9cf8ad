import { useSuspenseQuery } from "@tanstack/react-query";
import type { PackView } from "@working-social/charges/schema";
import { Button, EmptyState, Table, type TableColumn } from "@working-social/ui";
import { Package } from "lucide-react";
import { formatPrice } from "../../../../lib/format.ts";
import { trpc } from "../../../../lib/trpc.ts";
import { useTexts } from "../../../../lib/texts/catalog.ts";
import { creditUnitTexts } from "../../../../lib/texts/credit-units.ts";
import { manageCreditsTexts } from "../manage-credits-texts.ts";
import { useScopeText } from "../use-scope-text.ts";
import { useEdited, useEditing } from "../../../manage/form/use-editing.ts";
import { ManagePage } from "../../../manage/frame/manage-page.tsx";
import { EditLink } from "../../../manage/list/edit-link.tsx";
import { PackDrawer } from "./pack-drawer.tsx";

/** The credits that members can buy. */
export function PacksPage() {
  const { packs: texts } = useTexts(manageCreditsTexts);
  const { editing, openNew, close } = useEditing();
  const { data: packs } = useSuspenseQuery(trpc.credits.packs.queryOptions());
  const edited = useEdited(packs);
  const columns = useColumns();
  const add = (
    <Button variant="primary" onPress={openNew}>
      {texts.add}
    </Button>
  );
  return (
    <ManagePage section="packs" subtitle={texts.subtitle} actions={packs.length > 0 && add}>
      {packs.length > 0 ? (
        <Table label={texts.subtitle} columns={columns} rows={packs} rowKey={({ id }) => id} />
      ) : (
        <EmptyState icon={<Package />} title={texts.emptyTitle} action={add}>
          {texts.emptyText}
        </EmptyState>
      )}
      {(edited || editing === "new") && <PackDrawer key={editing} pack={edited} onClose={close} />}
    </ManagePage>
  );
}

function useColumns(): TableColumn<PackView>[] {
  const { packs: texts } = useTexts(manageCreditsTexts);
  const units = useTexts(creditUnitTexts);
  const scopeText = useScopeText();
  return [
    { id: "name", header: texts.name, isRowHeader: true, cell: ({ id, name }) => <EditLink id={id}>{name}</EditLink> },
    {
      id: "what",
      header: texts.what,
      cell: ({ unit, currency, quantity }) => (
        <span className="figures">{units.quantity(unit, currency, quantity)}</span>
      ),
    },
    { id: "scope", header: texts.goodFor, isSecondary: true, cell: ({ scope }) => scopeText(scope) },
    {
      id: "valid",
      header: texts.valid,
      isSecondary: true,
      cell: ({ validDays }) => (
        <span className="figures">{validDays === null ? texts.noEnd : texts.days(validDays)}</span>
      ),
    },
    {
      id: "price",
      header: texts.price,
      align: "figures",
      cell: ({ totalMinor, priceCurrency }) => formatPrice(totalMinor, priceCurrency),
    },
    {
      id: "tax",
      header: texts.tax,
      isSecondary: true,
      cell: ({ purpose, tax }) => (tax === null ? texts.taxUnknown : texts.taxed[purpose]),
    },
  ];
}
