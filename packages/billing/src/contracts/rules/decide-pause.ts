import { billingError } from "../../errors.ts";
import type { Contract, ContractChange, Pause } from "../schema.ts";
import type { ChangeFacts, DecidedChange } from "./change.ts";
import { NOTHING } from "./change.ts";

type PauseChange = Extract<ContractChange, { kind: "pause" }>;
type ResumeChange = Extract<ContractChange, { kind: "resume" }>;

const LAST = "9999-12-31";

/** Days that cost nothing. Throws before_contract, not_retroactively, pause_overlaps, contract_over, ends_before_it_begins. */
export function decidePause(
  contract: Contract,
  { startsOn, untilDay }: PauseChange,
  { today, isManager, newId }: ChangeFacts,
): DecidedChange {
  if (startsOn < contract.startsOn) throw billingError({ code: "before_contract", startsOn: contract.startsOn });
  if (contract.endsOn !== null && startsOn > contract.endsOn)
    throw billingError({ code: "contract_over", endsOn: contract.endsOn });
  if (startsOn <= today && !isManager) throw billingError({ code: "not_retroactively", today });
  if (untilDay !== null && untilDay <= startsOn) throw billingError({ code: "ends_before_it_begins" });
  const other = contract.pauses.find(
    (pause) => startsOn < (pause.untilDay ?? LAST) && pause.startsOn < (untilDay ?? LAST),
  );
  if (other) throw billingError({ code: "pause_overlaps", startsOn: other.startsOn, untilDay: other.untilDay });
  const pause = { id: newId(), startsOn, untilDay };
  return {
    after: { ...contract, pauses: [...contract.pauses, pause] },
    writes: { ...NOTHING, pauses: [pause] },
  };
}

/** Ends the pause that runs on the day, or has no end; the day itself is charged again. Throws not_paused, not_retroactively. */
export function decideResume(
  contract: Contract,
  { on }: ResumeChange,
  { today, isManager }: ChangeFacts,
): DecidedChange {
  if (on < today && !isManager) throw billingError({ code: "not_retroactively", today });
  const running = contract.pauses.find(({ startsOn, untilDay }) => startsOn < on && on <= (untilDay ?? LAST));
  if (!running) throw billingError({ code: "not_paused", on });
  const pause: Pause = { ...running, untilDay: on };
  return {
    after: { ...contract, pauses: contract.pauses.map((one) => (one.id === pause.id ? pause : one)) },
    writes: { ...NOTHING, pauses: [pause] },
  };
}

/** What has not begun is withdrawn. Throws nothing_to_undo. */
export function decideUndoPause(contract: Contract, { today }: ChangeFacts): DecidedChange {
  const ahead = contract.pauses.filter(({ startsOn }) => startsOn > today);
  if (ahead.length === 0) throw billingError({ code: "nothing_to_undo" });
  return {
    after: { ...contract, pauses: contract.pauses.filter((pause) => !ahead.includes(pause)) },
    writes: { ...NOTHING, withdrawnPauseIds: ahead.map(({ id }) => id) },
  };
}
