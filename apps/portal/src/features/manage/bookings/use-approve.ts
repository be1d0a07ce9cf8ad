import { useQueryClient } from "@tanstack/react-query";
import type { BookingView } from "@working-social/booking/schema";
import { toast } from "@working-social/ui";
import { useAction } from "../../../lib/action.ts";
import { refreshBookings } from "../../../lib/refresh.ts";
import { trpc } from "../../../lib/trpc.ts";
import { useTexts } from "../../../texts/catalog.ts";
import { manageBookingsTexts } from "../../../texts/manage-bookings.ts";

/** Approves a booking at once: the member asked for it, so nobody is surprised. */
export function useApprove(): { run: (booking: Pick<BookingView, "id">) => void; isPending: boolean } {
  const { actions: texts } = useTexts(manageBookingsTexts);
  const client = useQueryClient();
  const approve = useAction(trpc.bookings.approve.mutationOptions(), {
    refusals: "toast",
    onDone: ({ resourceName }) => {
      toast({ title: texts.approved(resourceName), tone: "accent" });
      refreshBookings(client);
    },
    // Somebody else was quicker: show how it is now.
  });
  return { run: ({ id }) => approve.run({ bookingId: id }), isPending: approve.isPending };
}
