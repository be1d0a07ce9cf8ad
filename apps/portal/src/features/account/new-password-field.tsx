import { TextField } from "@working-social/ui";
import { useTexts } from "../../texts/catalog.ts";
import { accountTexts } from "../../texts/account.ts";

/** A password to be: long, and known to password managers as new. */
export function NewPasswordField({ value, onChange }: { value: string; onChange: (password: string) => void }) {
  const texts = useTexts(accountTexts);
  return (
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
  );
}
