import { Link } from "@tanstack/react-router";
import type { PrintJobView } from "@working-social/copier/schema";
import { Badge, buttonClass, Section } from "@working-social/ui";
import { useMe } from "../../../../lib/me.ts";
import { useTexts } from "../../../../lib/texts/catalog.ts";
import { managePrintingTexts } from "../printing-texts.ts";
import { JobsTable } from "./jobs-table.tsx";

/** Prints of a kind that the price table does not know: a price settles all of them. */
export function UnpricedJobs({ jobs, zone }: { jobs: readonly PrintJobView[]; zone: string }) {
  const { queue: texts } = useTexts(managePrintingTexts);
  const mayPrice = useMe().permissions.manageSpace;
  const toPrices = mayPrice && (
    <Link to="/manage/copiers" className={buttonClass({ size: "small" })}>
      {texts.toPrices}
    </Link>
  );
  return (
    <Section
      title={
        <>
          {texts.unpriced} <Badge tone="amber">{jobs.length}</Badge>
        </>
      }
      action={toPrices}
    >
      <p className="-mt-2 text-sm text-second">
        {texts.unpricedHint} {!mayPrice && texts.askManager}
      </p>
      <JobsTable label={texts.unpriced} jobs={jobs} zone={zone} />
    </Section>
  );
}
