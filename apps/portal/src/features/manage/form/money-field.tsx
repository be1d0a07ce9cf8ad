import { currencyExponent } from "@working-social/kernel";
import { NumberField, type NumberFieldProps } from "@working-social/ui";

export type MoneyFieldProps = Omit<NumberFieldProps, "step" | "decimals" | "suffix"> & {
  currency: string;
  /** In a table whose heading says the currency. */
  isSuffixHidden?: boolean;
};

/** An amount typed in whole units of its currency, kept in the smallest: 12.5 USD is 1250. */
export function MoneyField({ currency, value, onChange, isSuffixHidden, ...props }: MoneyFieldProps) {
  const decimals = currencyExponent(currency);
  const scale = 10 ** decimals;
  return (
    <NumberField
      {...props}
      minimum={props.minimum ?? 0}
      // A fraction as step gives phones the keypad with a decimal sign.
      step={scale === 1 ? 1 : 0.5}
      decimals={decimals}
      hasSteppers={false}
      suffix={isSuffixHidden ? undefined : currency}
      value={typeof value === "number" ? value / scale : null}
      onChange={(amount) => onChange(amount === null ? null : Math.round(amount * scale))}
    />
  );
}
