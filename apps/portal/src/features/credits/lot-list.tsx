import { useQueries } from "@tanstack/react-query";
import type { LotView } from "@working-social/credits/schema";
import { useLocations } from "../../lib/location.ts";
import { trpc } from "../../lib/trpc.ts";
import { useTexts } from "../../lib/texts/catalog.ts";
import { creditsTexts, type CreditsTexts } from "./credits-texts.ts";
import { creditUnitTexts } from "../../lib/texts/credit-units.ts";
import { dayName, lastDay, monthOfLot } from "./credit-days.ts";

interface LotListProps {
  /** In the order of use. */
  lots: readonly LotView[];
  timeZone: string;
  now: number;
}

/** The lots behind a balance, in the order in which they are used: from where, how much, until when, for what. */
export function LotList({ lots, timeZone, now }: LotListProps) {
  const texts = useTexts(creditsTexts);
  const units = useTexts(creditUnitTexts);
  const placesOf = usePlaces(lots);
  return (
    <div className="border-t pt-3">
      <h3 className="mb-2 text-sm text-second">{texts.lots}</h3>
      <ol className="flex flex-col gap-2">
        {lots.map((lot) => (
          <li key={lot.id} className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-4">
            <span className="min-w-0 wrap-anywhere">
              {texts.lotSource(lot.source, lot.label, monthOfLot(lot, timeZone, now))}
              <span className="block text-sm text-second">
                {lotNotes(lot, texts, timeZone, now, placesOf(lot)).join(" · ")}
              </span>
            </span>
            <span className="figures">{units.whole(lot.unit, lot.currency, lot.left)}</span>
          </li>
        ))}
      </ol>
    </div>
  );
}

function lotNotes(lot: LotView, texts: CreditsTexts, timeZone: string, now: number, places: string[]): string[] {
  const { startsAt, expiresAt, owner } = lot;
  const begins = startsAt === null ? Number.NEGATIVE_INFINITY : Date.parse(startsAt);
  return [
    ...(owner === "team" ? [texts.ofTeam] : []),
    ...(begins > now ? [texts.from(dayName(begins, timeZone, now))] : []),
    expiresAt === null ? texts.noEnd : texts.until(lastDay(expiresAt, timeZone, now)),
    ...(places.length > 0 ? [texts.onlyFor(places)] : []),
  ];
}

/** The names of what a lot is good for; nothing when it is good for everything. */
function usePlaces(lots: readonly LotView[]): (lot: LotView) => string[] {
  const texts = useTexts(creditsTexts);
  const { locations } = useLocations();
  const hasRooms = lots.some(({ scope }) => scope.resourceIds.length > 0);
  const lists = useQueries({
    queries: locations.map(({ id }) => trpc.resources.list.queryOptions({ locationId: id }, { enabled: hasRooms })),
  });
  const resources = lists.flatMap(({ data }) => data ?? []);
  return ({ scope }) => {
    const rooms = scope.resourceIds.map((id) => resources.find((resource) => resource.id === id)?.name);
    const named = rooms.flatMap((name) => name ?? []);
    return [
      ...named,
      ...(named.length < rooms.length ? [texts.someRooms] : []),
      ...scope.resourceKinds.map((kind) => texts.resourceKinds[kind]),
      ...scope.locationIds.flatMap((id) => locations.find((place) => place.id === id)?.name ?? []),
    ];
  };
}
