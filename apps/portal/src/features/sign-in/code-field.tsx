import { TextField } from "@working-social/ui";
import type { ReactNode } from "react";

interface CodeFieldProps {
  label: string;
  description?: ReactNode;
  value: string;
  onChange: (code: string) => void;
}

/** Six digits in one box, so that pasting, autofill and screen readers work as everywhere. "123 456" is fine. */
export function CodeField({ label, description, value, onChange }: CodeFieldProps) {
  return (
    <TextField
      label={label}
      description={description}
      value={value}
      onChange={(typed) => onChange(typed.replace(/\D/g, "").slice(0, 6))}
      name="code"
      inputMode="numeric"
      autoComplete="one-time-code"
      autoFocus
      isRequired
      inputClassName="figures h-14! text-center text-2xl! font-semibold tracking-[0.3em]"
    />
  );
}

export function isWholeCode(code: string): boolean {
  return /^\d{6}$/.test(code);
}
