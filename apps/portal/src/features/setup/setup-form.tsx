import { zodResolver } from "@hookform/resolvers/zod";
import { SetUpOrganizationInput } from "@working-social/directory/schema";
import { Button, ComboBox, Form, FormActions, FormError, FormRow, Section, TextField, toast } from "@working-social/ui";
import { Controller, useForm } from "react-hook-form";
import type { z } from "zod";
import { useAction } from "../../lib/action.ts";
import { auth } from "../../lib/auth.ts";
import { fieldErrors, refusalSentence } from "../../lib/refusals.ts";
import { trpc } from "../../lib/trpc.ts";
import { useTexts } from "../../texts/catalog.ts";
import { setupTexts } from "../../texts/setup.ts";

type Fields = z.input<typeof SetUpOrganizationInput>;

const zones = Intl.supportedValuesOf("timeZone").map((zone) => ({ id: zone, label: zone.replaceAll("_", " ") }));
const currencyNames = new Intl.DisplayNames("en", { type: "currency" });
const currencies = Intl.supportedValuesOf("currency").map((code) => ({ id: code, label: `${code} · ${currencyNames.of(code) ?? code}` }));

const empty: Fields = {
  organizationName: "",
  locationName: "",
  // The one place where the browser's zone is a good guess: whoever sets up a space usually stands in it.
  timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  currency: "EUR",
  ownerName: "",
  ownerEmail: "",
  ownerPassword: "",
};

/** The first organization, its first location, and its owner, who is signed in right after. */
export function SetupForm({ onDone }: { onDone: () => void }) {
  const texts = useTexts(setupTexts);
  const { control, handleSubmit, getValues } = useForm({ resolver: zodResolver(SetUpOrganizationInput), defaultValues: empty });
  const create = useAction(trpc.setup.createOrganization.mutationOptions(), {
    onDone: () => {
      const { ownerEmail: email, ownerPassword: password } = getValues();
      void auth.signIn.email({ email, password }).then(() => {
        toast({ title: texts.done, tone: "accent" });
        onDone();
      });
    },
  });
  const serverErrors = fieldErrors(create.refusal);

  function textField(name: keyof Fields, label: string, more: Partial<Parameters<typeof TextField>[0]> = {}, wrong = texts.needed) {
    return (
      <Controller
        name={name}
        control={control}
        render={({ field, fieldState }) => (
          <TextField
            {...field}
            {...more}
            label={label}
            isRequired
            maxLength={name === "ownerPassword" ? 128 : 120}
            errorMessage={fieldState.error ? wrong : serverErrors[name]}
          />
        )}
      />
    );
  }
  return (
    <Form onSubmit={(event) => void handleSubmit((fields) => create.run(fields))(event)}>
      <FormError>{create.refusal && create.refusal.code !== "bad_input" && refusalSentence(create.refusal)}</FormError>
      {textField("organizationName", texts.organization, { description: texts.organizationHint, autoFocus: true, autoComplete: "organization" })}
      {textField("locationName", texts.location, { description: texts.locationHint })}
      <FormRow>
        <Controller
          name="timeZone"
          control={control}
          render={({ field, fieldState }) => (
            <ComboBox
              {...field}
              onChange={(zone) => field.onChange(zone ?? "")}
              label={texts.timeZone}
              options={zones}
              errorMessage={fieldState.error ? texts.needed : serverErrors["timeZone"]}
            />
          )}
        />
        <Controller
          name="currency"
          control={control}
          render={({ field, fieldState }) => (
            <ComboBox
              {...field}
              onChange={(code) => field.onChange(code ?? "")}
              label={texts.currency}
              options={currencies}
              errorMessage={fieldState.error ? texts.needed : serverErrors["currency"]}
            />
          )}
        />
      </FormRow>
      <Section title={texts.owner} className="gap-5 border-t pt-5">
        {textField("ownerName", texts.ownerName, { autoComplete: "name" })}
        {textField("ownerEmail", texts.ownerEmail, { type: "email", autoComplete: "username" }, texts.wrongEmail)}
        {textField(
          "ownerPassword",
          texts.ownerPassword,
          { type: "password", autoComplete: "new-password", description: texts.ownerPasswordHint },
          texts.shortPassword,
        )}
      </Section>
      <FormActions>
        <Button type="submit" variant="primary" size="large" className="w-full" isPending={create.isPending}>
          {texts.create}
        </Button>
      </FormActions>
    </Form>
  );
}
