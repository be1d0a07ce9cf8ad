import type { SetUpOrganizationInput } from "@working-social/directory/schema";
import { ComboBox, TextField, type ComboBoxOption, type TextFieldProps } from "@working-social/ui";
import { Controller, type Control } from "react-hook-form";
import type { z } from "zod";
import { locale } from "../../lib/locale.ts";
import { useTexts } from "../../lib/texts/catalog.ts";
import { setupTexts } from "./setup-texts.ts";

export type SetupFields = z.input<typeof SetUpOrganizationInput>;

const currencyNames = new Intl.DisplayNames(locale, { type: "currency" });

export const currencies: ComboBoxOption[] = Intl.supportedValuesOf("currency").map((id) => ({
  id,
  label: `${id} · ${currencyNames.of(id) ?? id}`,
}));

interface SetupFieldProps {
  name: Exclude<keyof SetupFields, "language" | "region">;
  label: string;
  control: Control<SetupFields, unknown, z.output<typeof SetUpOrganizationInput>>;
  /** What the server found, by field. */
  errors: Record<string, string>;
  /** The sentence when it is not filled in rightly. */
  wrong?: string;
}

export type LineFieldProps = SetupFieldProps &
  Pick<TextFieldProps, "description" | "type" | "autoComplete" | "autoFocus">;

/** One line of the set-up, required. */
export function LineField({ control, name, errors, wrong, ...field }: LineFieldProps) {
  const texts = useTexts(setupTexts);
  return (
    <Controller
      name={name}
      control={control}
      render={({ field: bound, fieldState }) => (
        <TextField
          {...bound}
          {...field}
          isRequired
          maxLength={128}
          errorMessage={fieldState.error ? (wrong ?? texts.needed) : errors[name]}
        />
      )}
    />
  );
}

/** One of many, found by typing. */
export function ChoiceField({
  control,
  name,
  label,
  errors,
  options,
}: SetupFieldProps & { options: ComboBoxOption[] }) {
  const texts = useTexts(setupTexts);
  return (
    <Controller
      name={name}
      control={control}
      render={({ field, fieldState }) => (
        <ComboBox
          {...field}
          label={label}
          options={options}
          onChange={(id) => field.onChange(id ?? "")}
          errorMessage={fieldState.error ? texts.needed : errors[name]}
        />
      )}
    />
  );
}
