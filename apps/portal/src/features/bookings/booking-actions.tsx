import { useNavigate } from "@tanstack/react-router";
import type { BookingView } from "@working-social/booking/schema";
import { Button } from "@working-social/ui";
import { lazy, Suspense, useState } from "react";
import { useNow } from "../../lib/now.ts";
import { useTexts } from "../../lib/texts/catalog.ts";
import { bookingsTexts } from "./bookings-texts.ts";

const ChangeSheet = lazy(() => import("./change-sheet.tsx").then((module) => ({ default: module.ChangeSheet })));
const CancelDialog = lazy(() => import("./cancel-dialog.tsx").then((module) => ({ default: module.CancelDialog })));

/** What one can still do with a booking: change it, cancel it; with one that is over, book the like again. */
export function BookingActions({ booking }: { booking: BookingView }) {
  const texts = useTexts(bookingsTexts);
  const navigate = useNavigate();
  const now = useNow();
  const [open, setOpen] = useState<"change" | "cancel" | null>(null);
  const isActive = booking.status === "confirmed" || booking.status === "pending_approval";
  const isOver = Date.parse(booking.endsAt) <= now;
  const close = () => setOpen(null);
  if (booking.status === "held" && !isOver) return null;
  if (!isActive || isOver)
    return (
      <Button className="self-start" onPress={() => void navigate({ href: `/book?resource=${booking.resourceId}` })}>
        {texts.bookAgain}
      </Button>
    );
  return (
    <div className="flex flex-wrap gap-2">
      <Button variant="primary" onPress={() => setOpen("change")}>
        {texts.change}
      </Button>
      <Button onPress={() => setOpen("cancel")}>{texts.cancel}</Button>
      <Suspense fallback={null}>
        {open === "change" && <ChangeSheet booking={booking} onClose={close} />}
        {open === "cancel" && <CancelDialog booking={booking} onClose={close} />}
      </Suspense>
    </div>
  );
}
