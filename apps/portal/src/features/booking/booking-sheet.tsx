import { useQuery } from "@tanstack/react-query";
import type { LocationView, SlotView } from "@working-social/booking/schema";
import { Drawer } from "@working-social/ui";
import { lazy, Suspense, useState } from "react";
import { trpc } from "../../lib/trpc.ts";
import { PanelSkeleton } from "./panel-skeleton.tsx";

const BookingPanel = lazy(() => import("./booking-panel.tsx").then((module) => ({ default: module.BookingPanel })));

export interface BookingSheetProps {
  /** null: closed. */
  slot: SlotView | null;
  location: LocationView;
  onSlotChange: (slot: SlotView) => void;
  onClose: () => void;
}

/** The booking panel beside the page, and as a sheet from below on a phone. */
export function BookingSheet({ slot, location, onSlotChange, onClose }: BookingSheetProps) {
  // While it slides out it still shows what it showed.
  const [shown, setShown] = useState(slot);
  if (slot !== null && slot !== shown) setShown(slot);
  const { data: resources } = useQuery(
    trpc.resources.list.queryOptions({ locationId: location.id }, { enabled: slot !== null }),
  );
  const resource = resources?.find(({ id }) => id === shown?.resourceId);
  return (
    <Drawer isOpen={slot !== null} onOpenChange={(isOpen) => !isOpen && onClose()} title={shown?.resourceName ?? ""}>
      {shown && resource ? (
        <Suspense fallback={<PanelSkeleton />}>
          <BookingPanel
            isHeadingHidden
            {...{ resource, location, onSlotChange }}
            slot={{ startsAt: shown.startsAt, endsAt: shown.endsAt }}
            onBooked={onClose}
          />
        </Suspense>
      ) : (
        <PanelSkeleton />
      )}
    </Drawer>
  );
}
