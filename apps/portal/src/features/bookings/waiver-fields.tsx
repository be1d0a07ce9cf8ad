import { Checkbox, TextField } from "@working-social/ui";
import { useState } from "react";
import { useTexts } from "../../lib/texts/catalog.ts";
import { bookingsTexts } from "./bookings-texts.ts";

export interface Waiver {
  isWaived: boolean;
  setWaived: (isWaived: boolean) => void;
  reason: string;
  setReason: (reason: string) => void;
  /** The reason as it is sent; null: the fee stays. */
  because: string | null;
  /** Why it can't be sent yet shows from here on. */
  isComplete: () => boolean;
  isMissing: boolean;
}

/** Whether staff let a member off the fee, and why. */
export function useWaiver(): Waiver {
  const [isWaived, setWaived] = useState(false);
  const [reason, setReason] = useState("");
  const [isTried, setIsTried] = useState(false);
  const isEmpty = reason.trim() === "";
  function isComplete(): boolean {
    setIsTried(true);
    return !isWaived || !isEmpty;
  }
  const because = isWaived ? reason.trim() : null;
  return { isWaived, setWaived, reason, setReason, because, isComplete, isMissing: isTried && isEmpty };
}

export function WaiverFields({ waiver, name }: { waiver: Waiver; name: string }) {
  const texts = useTexts(bookingsTexts);
  return (
    <div className="flex flex-col gap-3">
      <Checkbox
        label={texts.waive}
        description={texts.waiveHint(name)}
        isSelected={waiver.isWaived}
        onChange={waiver.setWaived}
      />
      {waiver.isWaived && (
        <TextField
          label={texts.waiveReason}
          description={texts.waiveReasonHint}
          isRequired
          maxLength={120}
          value={waiver.reason}
          onChange={waiver.setReason}
          errorMessage={waiver.isMissing ? texts.waiveReasonNeeded : undefined}
        />
      )}
    </div>
  );
}
