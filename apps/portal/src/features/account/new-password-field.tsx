import { TextField } from "@working-social/ui";
import { useMe } from "../../lib/me.ts";
import { useTexts } from "../../lib/texts/catalog.ts";
import { accountTexts } from "./account-texts.ts";
import { StrengthMeter } from "./strength-meter.tsx";

/** A password to be: long, known to password managers as new, and with its strength while it is typed. */
export function NewPasswordField({ value, onChange }: { value: string; onChange: (password: string) => void }) {
  const texts = useTexts(accountTexts);
  const { person } = useMe();
  return (
    <div className="flex flex-col gap-2">
      <TextField
        label={texts.newPassword}
        description={texts.newPasswordHint}
        type="password"
        autoComplete="new-password"
        isRequired
        maxLength={128}
        value={value}
        onChange={onChange}
      />
      <StrengthMeter password={value} own={[person.name, person.email]} />
    </div>
  );
}
