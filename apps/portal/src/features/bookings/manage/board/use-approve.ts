import type { BookingView } from "@working-social/booking/schema";
import { toast } from "@working-social/ui";
import { useAction } from "../../../../lib/action.ts";
import { useIntention } from "../../../../lib/idempotency.ts";
import { trpc } from "../../../../lib/trpc.ts";
import { useTexts } from "../../../../lib/texts/catalog.ts";
import { manageBookingsTexts } from "../manage-bookings-texts.ts";

/** Approves a booking at once: the member asked for it, so nobody is surprised. */
export function useApprove(): { run: (booking: Pick<BookingView, "id">) => void; isPending: boolean } {
  const { actions: texts } = useTexts(manageBookingsTexts);
  const intention = useIntention();
  const approve = useAction(trpc.bookings.approve.mutationOptions(), {
    refusals: "toast",
    onDone: ({ resourceName }) => {
      intention.done();
      toast({ title: texts.approved(resourceName), tone: "accent" });
    },
  });
  function run({ id }: Pick<BookingView, "id">) {
    const wish = { bookingId: id };
    approve.run({ ...wish, idempotencyKey: intention.keyFor(wish) });
  }
  return { run, isPending: approve.isPending };
}
