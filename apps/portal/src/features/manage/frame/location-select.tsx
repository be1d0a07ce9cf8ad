import { Select } from "@working-social/ui";
import { chooseLocation, useLocations } from "../../../lib/location.ts";
import { useTexts } from "../../../lib/texts/catalog.ts";
import { manageTexts } from "../manage-texts.ts";

/** Which location the page is about; nothing where there is only one. */
export function LocationSelect() {
  const texts = useTexts(manageTexts);
  const { location, locations } = useLocations();
  if (locations.length < 2) return null;
  return (
    <Select
      label={texts.location}
      isLabelHidden
      options={locations.map(({ id, name }) => ({ id, label: name }))}
      value={location?.id}
      onChange={chooseLocation}
      className="w-40 sm:w-48"
    />
  );
}
