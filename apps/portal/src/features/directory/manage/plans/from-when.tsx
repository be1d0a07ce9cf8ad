import type { PlanView } from "@working-social/directory/schema";
import { RadioGroup } from "@working-social/ui";
import { useController } from "react-hook-form";
import { dayInterval } from "@working-social/kernel";
import { formatIn } from "../../../../lib/format.ts";
import { useLocations } from "../../../../lib/location.ts";
import { useNow } from "../../../../lib/now.ts";
import { useTexts } from "../../../../lib/texts/catalog.ts";
import { manageCreditsTexts } from "../../../credits/manage/manage-credits-texts.ts";
import { managePeopleTexts } from "../people-texts.ts";
import { firstOfNextMonth } from "./next-month.ts";
import type { PlanForm } from "./plan-form.ts";

/** From when a change of the credits counts, and what will happen with those of this month. */
export function FromWhen({ form, plan }: { form: PlanForm; plan: PlanView }) {
  const { allowances: texts } = useTexts(manageCreditsTexts);
  const { plans } = useTexts(managePeopleTexts);
  const { field } = useController({ control: form.control, name: "from" });
  const zone = useLocations().location?.timeZone ?? "UTC";
  const format = formatIn(zone);
  const today = format.date(useNow());
  const nextMonth = format.day(dayInterval(firstOfNextMonth(today), zone).start);
  return (
    <RadioGroup
      label={texts.from}
      options={[
        { id: "next_period", label: texts.nextPeriod, description: texts.nextPeriodHint(nextMonth) },
        { id: "now", label: texts.now, description: texts.nowHint(plans.had(plan.peopleCount, plan.teamCount)) },
      ]}
      value={field.value}
      onChange={field.onChange}
      onBlur={field.onBlur}
    />
  );
}
