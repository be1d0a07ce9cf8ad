import type { QuoteView } from "@working-social/booking/schema";
import { Button, Form, FormError, Switch, TextField } from "@working-social/ui";
import { lazy, Suspense, type FormEvent } from "react";
import { useForWhom } from "../../lib/for-whom.ts";
import type { Format } from "../../lib/format.ts";
import { useNow } from "../../lib/now.ts";
import { refusalSentence, type AppRefusal } from "../../lib/refusals.ts";
import { useTexts } from "../../lib/texts/catalog.ts";
import { bookingTexts } from "./booking-texts.ts";
import { policyWords } from "./policy-words.ts";

const BookForField = lazy(() => import("./book-for-field.tsx").then((module) => ({ default: module.BookForField })));

/** What the person may say about a booking. */
export interface BookingDetails {
  title: string;
  isTitlePublic: boolean;
  /** Staff only; null: for myself. */
  forPersonId: string | null;
  forPersonName: string | null;
}

interface BookFormProps {
  name: string;
  details: BookingDetails;
  onChange: (details: BookingDetails) => void;
  quote: QuoteView | null;
  startsAt: string;
  format: Format;
  mayBookForOthers: boolean;
  /** Why the button does nothing now; null: it books. */
  unavailableReason: string | null;
  /** What went wrong with the last try, apart from the slot itself. */
  refusal: AppRefusal | null;
  isPending: boolean;
  isHolding: boolean;
  onBook: () => void;
  /** null: holding is not offered. */
  onHold: (() => void) | null;
}

/** The title, who sees it, and the two buttons: book, or hold while asking around. */
export function BookForm(props: BookFormProps) {
  const texts = useTexts(bookingTexts);
  const { details, onChange, quote, unavailableReason, refusal, mayBookForOthers } = props;
  const needsApproval = quote?.needsApproval === true;

  function submit(event: FormEvent) {
    event.preventDefault();
    if (unavailableReason === null && !props.isPending) props.onBook();
  }
  return (
    <Form onSubmit={submit} className="gap-4">
      {mayBookForOthers && (
        <Suspense fallback={null}>
          <BookForField
            personId={details.forPersonId}
            onChange={(forPersonId, forPersonName) => onChange({ ...details, forPersonId, forPersonName })}
          />
        </Suspense>
      )}
      <TextField
        label={texts.title}
        isOptional
        placeholder={texts.titlePlaceholder}
        maxLength={120}
        autoComplete="off"
        value={details.title}
        onChange={(title) => onChange({ ...details, title })}
      />
      {details.title !== "" && (
        <Switch
          label={texts.titlePublic}
          description={texts.titlePublicHint}
          isSelected={details.isTitlePublic}
          onChange={(isTitlePublic) => onChange({ ...details, isTitlePublic })}
        />
      )}
      <FormError title={refusal?.code === "price_changed" ? texts.priceTitle : undefined}>
        {refusal && refusalSentence(refusal, props.format)}
      </FormError>
      <div className="flex flex-col gap-2">
        <Button
          type="submit"
          variant="primary"
          size="large"
          className="w-full"
          disabledReason={unavailableReason}
          isPending={props.isPending}
        >
          {needsApproval ? texts.askForThing(props.name) : texts.bookThing(props.name)}
        </Button>
        {props.onHold && unavailableReason === null && !needsApproval && (
          <Button variant="quiet" className="w-full" isPending={props.isHolding} onPress={props.onHold}>
            {texts.hold}
          </Button>
        )}
      </div>
      {quote && <Policy {...props} quote={quote} />}
    </Form>
  );
}

function Policy({ quote, startsAt, format }: BookFormProps & { quote: QuoteView }) {
  const texts = useTexts(bookingTexts);
  const now = useNow();
  const whose = useForWhom();
  return (
    <div className="flex flex-col gap-1 text-sm text-second">
      {quote.needsApproval && <p>{texts.needsApproval(whose)}</p>}
      <p>{policyWords(quote, startsAt, now, format, whose)}</p>
    </div>
  );
}
