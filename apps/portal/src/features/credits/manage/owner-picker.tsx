import { keepPreviousData, useQuery, useSuspenseQuery } from "@tanstack/react-query";
import { ComboBox, type ComboBoxOption } from "@working-social/ui";
import { useState } from "react";
import { trpc } from "../../../lib/trpc.ts";
import { useTexts } from "../../../lib/texts/catalog.ts";
import { manageCreditsTexts } from "./manage-credits-texts.ts";
import type { OwnerId } from "./credit-owner.ts";

type OwnerPickerProps = { chosen: { owner: OwnerId; name: string } | null; onChoose: (owner: OwnerId) => void };

/** A person or a team of the space, found by typing a part of the name. */
export function OwnerPicker({ chosen, onChoose }: OwnerPickerProps) {
  const { page: texts } = useTexts(manageCreditsTexts);
  const [search, setSearch] = useState("");
  // The box holds the name of who was chosen: then it is not a search.
  const asked = search === chosen?.name ? "" : search;
  const { data: names = [] } = useQuery(
    trpc.people.names.queryOptions({ search: asked }, { placeholderData: keepPreviousData }),
  );
  const { data: teams } = useSuspenseQuery(trpc.teams.list.queryOptions());
  const found: ComboBoxOption[] = [
    ...names.map(({ id, name }) => ({ id: `person ${id}`, label: name })),
    ...teams.map(({ id, name }) => ({ id: `team ${id}`, label: name, description: texts.team })),
  ];
  const chosenId = chosen && ownerKey(chosen.owner);
  const options =
    chosen && chosenId && !found.some(({ id }) => id === chosenId)
      ? [{ id: chosenId, label: chosen.name }, ...found]
      : found;
  function choose(key: string | null) {
    const [kind, id] = (key ?? "").split(" ");
    if (!id || key === chosenId) return;
    onChoose(kind === "team" ? { teamId: id } : { personId: id });
  }
  return (
    <ComboBox
      // Another page of the same kind begins with its own name in the box.
      key={chosenId}
      label={texts.whose}
      placeholder={texts.whoseHint}
      options={options}
      value={chosenId}
      onChange={choose}
      onInputChange={setSearch}
      className="w-full sm:w-80"
    />
  );
}

function ownerKey(owner: OwnerId): string {
  return "personId" in owner ? `person ${owner.personId}` : `team ${owner.teamId}`;
}
