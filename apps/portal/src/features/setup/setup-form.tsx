import { zodResolver } from "@hookform/resolvers/zod";
import { SetUpOrganizationInput } from "@working-social/directory/schema";
import { systemClock } from "@working-social/kernel";
import { Button, Form, FormActions, FormError, FormRow, Section, toast } from "@working-social/ui";
import { useForm, useWatch } from "react-hook-form";
import { useAction } from "../../lib/action.ts";
import { auth } from "../../lib/auth.ts";
import { likelyCurrency, regionOf } from "../../lib/likely-currency.ts";
import { language, locale } from "../../lib/locale.ts";
import { fieldErrors, refusalSentence } from "../../lib/refusals.ts";
import { trpc } from "../../lib/trpc.ts";
import { zoneOptions } from "../../lib/zones.ts";
import { useTexts } from "../../lib/texts/catalog.ts";
import { setupTexts } from "./setup-texts.ts";
import { StrengthMeter } from "../account/strength-meter.tsx";
import { ChoiceField, currencies, LineField, type LineFieldProps, type SetupFields } from "./setup-fields.tsx";

// The one place where the browser's zone and region are a good guess: whoever sets up a space usually stands in it.
const browserZone = Intl.DateTimeFormat().resolvedOptions().timeZone;
const zones = zoneOptions(systemClock.now(), browserZone);

const empty: SetupFields = {
  code: "",
  organizationName: "",
  locationName: "",
  timeZone: browserZone,
  currency: likelyCurrency(navigator.language),
  language,
  region: regionOf(locale),
  ownerName: "",
  ownerEmail: "",
  ownerPassword: "",
};

/** The first organization, its first location, and its owner, who is signed in right after. */
export function SetupForm({ needsCode, onDone }: { needsCode: boolean; onDone: () => void }) {
  const texts = useTexts(setupTexts);
  const form = useForm({ resolver: zodResolver(SetUpOrganizationInput), defaultValues: empty });
  const create = useAction(trpc.setup.createOrganization.mutationOptions(), { onDone: () => void signIn() });
  const { control } = form;
  const ofOneField: Record<string, Record<string, string>> = {
    wrong_set_up_code: { code: texts.wrongCode },
    password_too_common: { ownerPassword: texts.commonPassword },
    bad_input: fieldErrors(create.refusal),
  };
  const errors = ofOneField[create.refusal?.code ?? ""] ?? {};
  const ofTheWhole = create.refusal && create.refusal.code in ofOneField ? null : create.refusal;

  async function signIn() {
    const { ownerEmail, ownerPassword } = form.getValues();
    await auth.signIn.email({ email: ownerEmail, password: ownerPassword });
    toast({ title: texts.done, tone: "accent" });
    onDone();
  }
  return (
    <Form onSubmit={(event) => void form.handleSubmit((fields) => create.run(fields))(event)}>
      <FormError>{ofTheWhole && refusalSentence(ofTheWhole)}</FormError>
      {needsCode && (
        <LineField
          {...{ control, errors }}
          name="code"
          label={texts.code}
          description={texts.codeHint}
          autoComplete="one-time-code"
          autoFocus
        />
      )}
      <LineField
        {...{ control, errors }}
        name="organizationName"
        label={texts.organization}
        description={texts.organizationHint}
        autoComplete="organization"
        autoFocus={!needsCode}
      />
      <LineField {...{ control, errors }} name="locationName" label={texts.location} description={texts.locationHint} />
      <FormRow>
        <ChoiceField {...{ control, errors }} name="timeZone" label={texts.timeZone} options={zones} />
        <ChoiceField {...{ control, errors }} name="currency" label={texts.currency} options={currencies} />
      </FormRow>
      <OwnerFields {...{ control, errors }} />
      <FormActions>
        <Button type="submit" variant="primary" size="large" className="w-full" isPending={create.isPending}>
          {texts.create}
        </Button>
      </FormActions>
    </Form>
  );
}

/** Who sets it up, and how they will get in. */
function OwnerFields({ control, errors }: Pick<LineFieldProps, "control" | "errors">) {
  const texts = useTexts(setupTexts);
  const [password = "", ...own] = useWatch({ control, name: ["ownerPassword", "ownerName", "ownerEmail"] });
  return (
    <Section title={texts.owner} className="gap-5 border-t pt-5">
      <LineField {...{ control, errors }} name="ownerName" label={texts.ownerName} autoComplete="name" />
      <LineField
        {...{ control, errors }}
        name="ownerEmail"
        label={texts.ownerEmail}
        type="email"
        autoComplete="username"
        wrong={texts.wrongEmail}
      />
      <LineField
        {...{ control, errors }}
        name="ownerPassword"
        label={texts.ownerPassword}
        description={texts.ownerPasswordHint}
        type="password"
        autoComplete="new-password"
        wrong={texts.shortPassword}
      />
      <StrengthMeter password={password} own={own} />
    </Section>
  );
}
