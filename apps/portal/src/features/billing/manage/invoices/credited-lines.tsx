import type { InvoiceLineView, InvoiceView } from "@working-social/billing/schema";
import { numberFormat } from "@working-social/kernel";
import { Checkbox, NumberField } from "@working-social/ui";
import { locale } from "../../../../lib/locale.ts";
import { useTexts } from "../../../../lib/texts/catalog.ts";
import { amountWords } from "../../shared/amount-words.ts";
import { spanWords } from "../../shared/day-words.ts";
import { lineTexts } from "../../shared/line-texts.ts";
import { lineWords } from "../../shared/line-words.ts";
import { leftOf, type Quantities } from "./credited.ts";
import { invoicesTexts } from "./invoices-texts.ts";

type CreditedLinesProps = { invoice: InvoiceView; chosen: Quantities; onChange: (chosen: Quantities) => void };

/** Which lines come back, and how much of each. */
export function CreditedLines({ invoice, chosen, onChange }: CreditedLinesProps) {
  return (
    <ul className="flex flex-col divide-y divide-line border-y">
      {invoice.lines.map((line) => (
        <li key={line.id} className="py-2.5">
          <CreditedLine
            line={line}
            currency={invoice.currency}
            quantity={chosen[line.id] ?? null}
            onChange={(quantity) => onChange(withQuantity(chosen, line.id, quantity))}
          />
        </li>
      ))}
    </ul>
  );
}

type CreditedLineProps = {
  line: InvoiceLineView;
  currency: string;
  /** null: it stays. */
  quantity: number | null;
  onChange: (quantity: number | null) => void;
};

function CreditedLine({ line, currency, quantity, onChange }: CreditedLineProps) {
  const texts = useTexts(invoicesTexts);
  const { title } = lineWords(line.item, currency, useTexts(lineTexts));
  const left = leftOf(line);
  const why = line.isReturned ? texts.returned : left === 0 ? texts.allCredited : null;
  const about = [spanWords(line.serviceFrom, line.serviceUntil), amountWords(line.amountMinor, currency)].join(" · ");
  return (
    <div className="flex flex-col gap-2">
      <Checkbox
        label={title}
        description={why ?? about}
        isDisabled={left === 0}
        isSelected={quantity !== null}
        onChange={(isOn) => onChange(isOn ? left : null)}
      />
      {quantity !== null && left > 1 && (
        <NumberField
          label={texts.quantity(title)}
          suffix={texts.ofQuantity(numberFormat(locale).format(left))}
          minimum={1}
          maximum={left}
          hasSteppers={false}
          value={quantity}
          onChange={(next) => next !== null && onChange(next)}
          className="ms-7"
        />
      )}
    </div>
  );
}

function withQuantity(chosen: Quantities, id: string, quantity: number | null): Quantities {
  const { [id]: _before, ...others } = chosen;
  return quantity === null ? others : { ...others, [id]: quantity };
}
