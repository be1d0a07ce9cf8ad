import { useQuery } from "@tanstack/react-query";
import type { BookingView } from "@working-social/booking/schema";
import { Section, SkeletonText } from "@working-social/ui";
import { formatIn } from "../../lib/format.ts";
import { trpc } from "../../lib/trpc.ts";
import { actorTexts, actorWords } from "../audit/actor-texts.ts";
import { useTexts } from "../../lib/texts/catalog.ts";
import { bookingsTexts } from "./bookings-texts.ts";
import { entryDetail } from "../audit/history-words.ts";

/** Who did what when, and why: from the audit trail. */
export function BookingHistory({ booking }: { booking: BookingView }) {
  const [texts, actors] = [useTexts(bookingsTexts), useTexts(actorTexts)];
  const format = formatIn(booking.timeZone);
  const { data: entries, isError } = useQuery(trpc.bookings.history.queryOptions({ bookingId: booking.id }));
  if (isError) return null;
  return (
    <Section title={texts.history}>
      {entries ? (
        <ol className="flex flex-col gap-2 text-sm">
          {entries.map((entry) => (
            <li key={entry.id} className="grid gap-x-3 sm:grid-cols-[9rem_minmax(0,1fr)]">
              <span className="figures text-second">{format.dayTime(entry.at)}</span>
              <span>
                <span className="font-medium">{actorWords(entry, actors)}</span> {texts.action(entry.event)}
                {entryDetail(entry) && <span className="figures text-second"> · {entryDetail(entry)}</span>}
                {entry.reason && <span className="text-second"> · {entry.reason}</span>}
              </span>
            </li>
          ))}
        </ol>
      ) : (
        <SkeletonText lines={2} className="max-w-sm" />
      )}
    </Section>
  );
}
