import type { KioskStatus } from "@working-social/copier/schema";
import { useEffect, useEffectEvent, useState } from "react";
import { Frame } from "../frame.tsx";
import { placeTag } from "../texts/home-language.ts";
import { useLanguage } from "../texts/language.tsx";
import type { TokenTrouble } from "./kiosk-token.ts";
import { NetworkNote } from "./network-note.tsx";
import { printApi } from "./print-api.ts";
import { StaffScreen } from "./staff-screen.tsx";
import { useStatus } from "./use-status.ts";
import type { Visit } from "./visit.ts";
import { START } from "./visit.ts";
import { VisitScreens } from "./visit-screens.tsx";

export interface StationProps {
  token: string;
  warning: TokenTrouble | null;
  onRevoked: () => void;
  onForget: () => void;
}

/** The kiosk beside a copier: one visit after the other, and what lasts longer than a visit. */
export function Station({ token, warning, onRevoked, onForget }: StationProps) {
  const [api] = useState(() => printApi(token));
  // Something between us and the server may answer one of the two and not the other: the note stays until both are answered,
  // and does not blink between them.
  const [isKioskAnswered, setKioskAnswered] = useState(true);
  const [unansweredVisit, setUnansweredVisit] = useState<number | null>(null);
  const [isStaffHere, setStaffHere] = useState(false);
  // Each visit is mounted anew, so that nothing of the last one is left, in no corner of the memory.
  const [{ number, first }, setVisit] = useState<{ number: number; first: Visit }>({ number: 1, first: START });
  // By its number: a last word about a visit that is over says nothing of the next one.
  const isReached = isKioskAnswered && unansweredVisit !== number;
  const status = useStatus(api, { isReached, onReached: setKioskAnswered, onRevoked });
  const { goHome, settle } = useLanguage();
  const learnLanguage = useEffectEvent((answered: KioskStatus) => settle(placeTag(answered)));
  useEffect(() => {
    if (status) learnLanguage(status);
  }, [status]);

  if (isStaffHere)
    return (
      <Frame {...placeOf(status)} footer={<NetworkNote isReached={isReached} />}>
        <StaffScreen status={status} warning={warning} onBack={() => setStaffHere(false)} onForget={onForget} />
      </Frame>
    );
  return (
    <VisitScreens
      key={number}
      {...{ api, first, status, isReached, onRevoked }}
      place={placeOf(status)}
      onReached={(isAnswered) => setUnansweredVisit(isAnswered ? null : number)}
      onStaff={() => setStaffHere(true)}
      onEnd={(next) => {
        goHome();
        setVisit({ number: number + 1, first: next });
      }}
    />
  );
}

function placeOf(status: KioskStatus | null): { place?: string; timeZone?: string } {
  return status ? { place: `${status.locationName} · ${status.deviceName}`, timeZone: status.timeZone } : {};
}
