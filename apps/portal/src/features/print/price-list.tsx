import { useQuery } from "@tanstack/react-query";
import type { PrintPriceRow } from "@working-social/copier/schema";
import { Section, Skeleton, Table, type TableColumn } from "@working-social/ui";
import { formatPrice } from "../../lib/format.ts";
import { percentOf } from "../../lib/percent.ts";
import { useLocations } from "../../lib/location.ts";
import { trpc } from "../../lib/trpc.ts";
import { useTexts } from "../../lib/texts/catalog.ts";
import { printTexts } from "./print-texts.ts";

type Size = { paperSize: string; rows: PrintPriceRow[] };

/** What a side costs here, by paper and colour. */
export function PriceList() {
  const texts = useTexts(printTexts);
  const { location } = useLocations();
  const { data, isError } = useQuery(
    trpc.printing.prices.queryOptions({ locationId: location?.id ?? "" }, { enabled: location !== undefined }),
  );
  if (!location || isError) return null;
  const sizes = [...Map.groupBy(data?.rows ?? [], ({ paperSize }) => paperSize)].map(([paperSize, rows]): Size => ({
    paperSize,
    rows,
  }));
  const currency = data?.currency ?? "";
  const column = (colour: PrintPriceRow["colour"]): TableColumn<Size> => ({
    id: colour,
    header: texts[colour],
    className: "align-top",
    cell: ({ rows }) => <Price rows={rows.filter((row) => row.colour === colour)} currency={currency} />,
  });
  return (
    <Section title={texts.pricesAt(location.name)}>
      {data ? (
        sizes.length === 0 ? (
          <p className="text-second">{texts.noPrices}</p>
        ) : (
          <>
            <Table
              label={texts.pricesAt(location.name)}
              rows={sizes}
              rowKey={({ paperSize }) => paperSize}
              columns={[
                {
                  id: "paper",
                  header: texts.paper,
                  isRowHeader: true,
                  className: "align-top",
                  cell: ({ paperSize }) => texts.paperName(paperSize),
                },
                column("mono"),
                column("colour"),
              ]}
            />
            <p className="text-sm text-second">
              {texts.pricesText}
              {data.priceMode === "net" && data.tax.basisPoints > 0 && (
                <> {texts.pricesPlusTax(percentOf(data.tax.basisPoints))}</>
              )}
            </p>
          </>
        )
      ) : (
        <Skeleton className="h-36 rounded-lg" />
      )}
    </Section>
  );
}

/** A side, a side of a sheet with two, and how many credits it takes when that is not one. */
function Price({ rows, currency }: { rows: PrintPriceRow[]; currency: string }) {
  const texts = useTexts(printTexts);
  const single = rows.find(({ isDuplex }) => !isDuplex);
  const duplex = rows.find(({ isDuplex }) => isDuplex);
  const credits = (single ?? duplex)?.creditsPerSide ?? 1;
  const notes = [
    ...(duplex && duplex.priceMinor !== single?.priceMinor
      ? [texts.bothSides(formatPrice(duplex.priceMinor, currency))]
      : []),
    ...(credits === 1 ? [] : [texts.counts(credits)]),
  ];
  if (rows.length === 0)
    return (
      <>
        <span aria-hidden="true">–</span>
        <span className="sr-only">{texts.noPrices}</span>
      </>
    );
  return (
    <span className="figures">
      {single && formatPrice(single.priceMinor, currency)}
      {notes.map((note) => (
        <span key={note} className="block text-sm text-second">
          {note}
        </span>
      ))}
    </span>
  );
}
