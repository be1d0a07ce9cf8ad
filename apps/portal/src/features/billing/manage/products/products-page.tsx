import { useSuspenseQuery } from "@tanstack/react-query";
import type { ProductView } from "@working-social/billing/schema";
import { Badge, Button, Table, type TableColumn } from "@working-social/ui";
import { formatPrice } from "../../../../lib/format.ts";
import { useMe } from "../../../../lib/me.ts";
import { trpc } from "../../../../lib/trpc.ts";
import { useTexts } from "../../../../lib/texts/catalog.ts";
import { useEdited, useEditing } from "../../../manage/form/use-editing.ts";
import { ManagePage } from "../../../manage/frame/manage-page.tsx";
import { EditLink } from "../../../manage/list/edit-link.tsx";
import { billingTexts } from "../billing-texts.ts";
import { ProductDrawer, productName } from "./product-drawer.tsx";

/** What is sold, with its unit, account and tax. */
export function ProductsPage() {
  const { products: texts } = useTexts(billingTexts);
  const { manageBilling } = useMe().permissions;
  const { editing, openNew, close } = useEditing();
  const { data } = useSuspenseQuery(trpc.products.list.queryOptions());
  const products = data.filter(({ isArchived }) => !isArchived);
  const edited = useEdited(products);
  const columns = useColumns(manageBilling);
  const add = manageBilling && (
    <Button variant="primary" onPress={openNew}>
      {texts.add}
    </Button>
  );
  return (
    <ManagePage section="products" subtitle={texts.subtitle} actions={add}>
      <Table label={texts.subtitle} columns={columns} rows={products} rowKey={({ id }) => id} />
      {manageBilling && (edited || editing === "new") && (
        <ProductDrawer key={editing} product={edited} onClose={close} />
      )}
    </ManagePage>
  );
}

function useColumns(isLinked: boolean): TableColumn<ProductView>[] {
  const all = useTexts(billingTexts);
  const { products: texts } = all;
  return [
    {
      id: "name",
      header: all.name,
      isRowHeader: true,
      cell: (product) =>
        isLinked ? <EditLink id={product.id}>{productName(all, product)}</EditLink> : productName(all, product),
    },
    { id: "unit", header: texts.unit, isSecondary: true, cell: ({ unitCode }) => texts.units[unitCode] },
    { id: "account", header: texts.account, isSecondary: true, cell: ({ revenueAccount }) => revenueAccount ?? "–" },
    {
      id: "price",
      header: texts.price,
      isSecondary: true,
      align: "figures",
      cell: ({ priceMinor, currency }) =>
        priceMinor === null || currency === null ? "–" : formatPrice(priceMinor, currency),
    },
    {
      id: "tax",
      header: texts.taxClass,
      cell: ({ taxClass }) => <Badge tone="neutral">{texts.classes[taxClass]}</Badge>,
    },
  ];
}
