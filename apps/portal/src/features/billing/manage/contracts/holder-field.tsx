import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { ComboBox, type ComboBoxOption } from "@working-social/ui";
import { useState, type Ref } from "react";
import { trpc } from "../../../../lib/trpc.ts";
import { useTexts } from "../../../../lib/texts/catalog.ts";
import { contractsTexts } from "./contracts-texts.ts";

type HolderFieldProps = {
  value: string | null;
  onChange: (holder: string | null) => void;
  onBlur: () => void;
  errorMessage: string | undefined;
  ref: Ref<HTMLInputElement>;
};

/** Whose contract it is: a person or a team, found by a part of the name. "person …" or "team …", with its id. */
export function HolderField({ value, onChange, ...field }: HolderFieldProps) {
  const texts = useTexts(contractsTexts);
  const [search, setSearch] = useState("");
  const [chosen, setChosen] = useState<ComboBoxOption | null>(null);
  // The box holds the name of who was chosen: then it is not a search.
  const asked = search === chosen?.label ? "" : search;
  const { data: names = [] } = useQuery(
    trpc.people.names.queryOptions({ search: asked }, { placeholderData: keepPreviousData }),
  );
  const { data: teams = [] } = useQuery(trpc.teams.list.queryOptions());
  const found: ComboBoxOption[] = [
    ...names.map(({ id, name }) => ({ id: `person ${id}`, label: name })),
    ...teams.map(({ id, name }) => ({ id: `team ${id}`, label: name, description: texts.team })),
  ];
  const options = chosen && !found.some(({ id }) => id === chosen.id) ? [chosen, ...found] : found;
  return (
    <ComboBox
      {...field}
      label={texts.who}
      placeholder={texts.whoHint}
      isRequired
      options={options}
      value={value}
      onChange={(id) => {
        setChosen(options.find((option) => option.id === id) ?? null);
        onChange(id);
      }}
      onInputChange={setSearch}
    />
  );
}
