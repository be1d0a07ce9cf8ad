import { useNavigate } from "@tanstack/react-router";
import type { BookingView } from "@working-social/booking/schema";
import { Menu, type MenuItem } from "@working-social/ui";
import { Ellipsis } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import { useTexts } from "../../../../lib/texts/catalog.ts";
import { manageBookingsTexts } from "../manage-bookings-texts.ts";
import { CancelDialog } from "../../cancel-dialog.tsx";
import { DeclineDialog, RemoveDialog } from "./reason-dialogs.tsx";
import { useApprove } from "./use-approve.ts";
import { useBookingName } from "./use-booking-name.ts";

const AssignDialog = lazy(() => import("./assign-dialog.tsx").then((module) => ({ default: module.AssignDialog })));

type Question = "decline" | "cancel" | "remove" | "assign";

/** Everything that staff can do with a booking, as its state allows. */
export function BookingMenu({ booking }: { booking: BookingView }) {
  const { actions: texts, board } = useTexts(manageBookingsTexts);
  const navigate = useNavigate();
  const [question, setQuestion] = useState<Question | null>(null);
  const approve = useApprove();
  const name = useBookingName(booking);
  const close = () => setQuestion(null);
  const ask = (id: Question, label: string, tone?: "danger"): MenuItem => ({
    id,
    label,
    onSelect: () => setQuestion(id),
    tone,
  });
  const isPending = booking.status === "pending_approval";
  const isActive = isPending || booking.status === "confirmed" || booking.status === "held";
  const isAssignable =
    (booking.resourceKind === "hot_desk" ||
      (booking.unitNames?.[0] ?? booking.resourceName) !== booking.resourceName) &&
    isActive &&
    booking.status !== "held";
  const items: MenuItem[] = [
    {
      id: "open",
      label: board.open,
      onSelect: () => void navigate({ to: "/bookings/$bookingId", params: { bookingId: booking.id } }),
    },
    ...(isPending
      ? [{ id: "approve", label: texts.approve, onSelect: () => approve.run(booking) }, ask("decline", texts.decline)]
      : []),
    ...(isAssignable ? [ask("assign", texts.assign)] : []),
    ...(isActive ? [ask("cancel", texts.cancel)] : []),
    ...(booking.status === "deleted" ? [] : [ask("remove", texts.remove, "danger")]),
  ];
  return (
    <>
      <Menu label={texts.more(name)} items={items} variant="quiet" size="small" isSquare>
        <Ellipsis aria-hidden="true" className="size-4" />
      </Menu>
      {question === "cancel" && <CancelDialog booking={booking} onClose={close} />}
      {question === "decline" && <DeclineDialog booking={booking} onClose={close} />}
      {question === "remove" && <RemoveDialog booking={booking} onClose={close} />}
      {question === "assign" && (
        <Suspense fallback={null}>
          <AssignDialog booking={booking} onClose={close} />
        </Suspense>
      )}
    </>
  );
}
