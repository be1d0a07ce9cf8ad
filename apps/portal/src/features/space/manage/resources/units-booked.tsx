import { Link } from "@tanstack/react-router";
import { buttonClass, FormError } from "@working-social/ui";
import { useTexts } from "../../../../lib/texts/catalog.ts";
import { manageTexts } from "../../../manage/manage-texts.ts";
import { manageSpaceTexts } from "../space-texts.ts";

/** Why the number can't go down: which desks are promised to somebody, and the way to their bookings. */
export function UnitsBooked({ unitNames }: { unitNames: string[] }) {
  const { resources: texts } = useTexts(manageSpaceTexts);
  const { and } = useTexts(manageTexts);
  return (
    <FormError
      title={texts.unitsBookedTitle}
      actions={
        <Link to="/manage/bookings" className={buttonClass({ size: "small" })}>
          {texts.seeBookings}
        </Link>
      }
    >
      {texts.unitsBooked(and(unitNames))}
    </FormError>
  );
}
