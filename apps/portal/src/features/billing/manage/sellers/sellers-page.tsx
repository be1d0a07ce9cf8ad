import { useSuspenseQuery } from "@tanstack/react-query";
import type { SellerView } from "@working-social/billing/schema";
import { Badge, Button, Table, type TableColumn } from "@working-social/ui";
import { trpc } from "../../../../lib/trpc.ts";
import { useTexts } from "../../../../lib/texts/catalog.ts";
import { manageTexts } from "../../../manage/manage-texts.ts";
import { useEdited, useEditing } from "../../../manage/form/use-editing.ts";
import { ManagePage } from "../../../manage/frame/manage-page.tsx";
import { EditLink } from "../../../manage/list/edit-link.tsx";
import { billingTexts } from "../billing-texts.ts";
import { LacksBadge } from "../lacks-note.tsx";
import { SellerDrawer } from "./seller-drawer.tsx";

/** The legal entities that write invoices. */
export function SellersPage() {
  const { sellers: texts } = useTexts(billingTexts);
  const { editing, openNew, close } = useEditing();
  const { data: sellers } = useSuspenseQuery(trpc.sellers.list.queryOptions());
  const edited = useEdited(sellers);
  const columns = useColumns();
  const add = (
    <Button variant="primary" onPress={openNew}>
      {texts.add}
    </Button>
  );
  return (
    <ManagePage section="sellers" subtitle={texts.subtitle} actions={add}>
      <Table label={texts.subtitle} columns={columns} rows={sellers} rowKey={({ id }) => id} />
      {(edited || editing === "new") && <SellerDrawer key={editing} seller={edited} onClose={close} />}
    </ManagePage>
  );
}

function useColumns(): TableColumn<SellerView>[] {
  const texts = useTexts(billingTexts);
  const { and } = useTexts(manageTexts);
  return [
    {
      id: "name",
      header: texts.name,
      isRowHeader: true,
      cell: ({ id, legalName }) => <EditLink id={id}>{legalName}</EditLink>,
    },
    {
      id: "locations",
      header: texts.sellers.sellsAt,
      isSecondary: true,
      cell: ({ locations }) =>
        locations.length > 0 ? and([...new Set(locations.map(({ name }) => name))]) : texts.sellers.nowhere,
    },
    {
      id: "numbers",
      header: texts.sellers.numbers,
      isSecondary: true,
      cell: ({ series }) => <span className="figures">{series.map(({ pattern }) => pattern).join(" · ")}</span>,
    },
    {
      id: "status",
      header: texts.status,
      cell: ({ isArchived, lacks }) =>
        isArchived ? <Badge tone="neutral">{texts.archived}</Badge> : <LacksBadge lacks={lacks} />,
    },
  ];
}
