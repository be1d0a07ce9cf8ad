import { Link } from "@tanstack/react-router";
import type { BookingRefusal, QuoteAnswer } from "@working-social/booking/schema";
import { Button, Callout, Card, classNames, Section } from "@working-social/ui";
import { ForWhom } from "../../../../lib/for-whom.ts";
import type { Format } from "../../../../lib/format.ts";
import { useMe } from "../../../../lib/me.ts";
import { bookingRefusalSentence } from "../../../../lib/refusals.ts";
import { useTexts } from "../../../../lib/texts/catalog.ts";
import { simulatorTexts } from "./simulator-texts.ts";
import { QuoteLines } from "../../../booking/quote-lines.tsx";

type SimulatorAnswerProps = {
  answer: QuoteAnswer;
  person: string;
  resource: string;
  when: string;
  format: Format;
  isStale: boolean;
  onSlot: (start: number, end: number) => void;
};

/** Yes with the price, or no with every reason, its rule, and the nearest slots that would pass. */
export function SimulatorAnswer(props: SimulatorAnswerProps) {
  const texts = useTexts(simulatorTexts);
  const { answer, person, resource, when, isStale } = props;
  return (
    <div className={classNames("flex flex-col gap-5 transition-opacity", isStale && "opacity-55")}>
      <h2 className="text-xl font-semibold tracking-tight">{texts.lead(person, resource, when)}</h2>
      {answer.isBookable ? (
        <Callout tone="accent" title={texts.yes}>
          {texts.yesText(person, resource)} {answer.quote.needsApproval && texts.yesApproval}
        </Callout>
      ) : (
        <Refusals {...props} refusals={answer.refusals} />
      )}
      {!answer.isBookable && <Nearest {...props} suggestions={answer.suggestions} />}
      {answer.quote && (
        <Section title={texts.cost}>
          <Card>
            <ForWhom value={person}>
              <QuoteLines quote={answer.quote} />
            </ForWhom>
          </Card>
        </Section>
      )}
    </div>
  );
}

function Refusals({ refusals, person, format }: SimulatorAnswerProps & { refusals: readonly BookingRefusal[] }) {
  const texts = useTexts(simulatorTexts);
  return (
    <Callout tone="amber" title={texts.no}>
      <ul className="flex list-disc flex-col gap-1.5 ps-4">
        {refusals.map((refusal) => (
          <li key={refusal.code}>
            {bookingRefusalSentence(refusal, format, person)} <RuleLink refusal={refusal} />
          </li>
        ))}
      </ul>
      <p className="mt-2">{texts.told(person)}</p>
    </Callout>
  );
}

/** The rule behind a reason, with the way to it for those who may change it. */
function RuleLink({ refusal }: { refusal: BookingRefusal }) {
  const texts = useTexts(simulatorTexts);
  const { permissions } = useMe();
  const rule = "rule" in refusal ? refusal.rule : null;
  if (!rule) return null;
  if (!permissions.manageSpace) return <span>{texts.rule(rule.name)}</span>;
  return (
    <Link to="/manage/rules" search={{ edit: rule.id }} className="font-semibold underline underline-offset-3">
      {texts.rule(rule.name)}
    </Link>
  );
}

type NearestProps = SimulatorAnswerProps & { suggestions: Extract<QuoteAnswer, { isBookable: false }>["suggestions"] };

function Nearest({ suggestions, format, onSlot }: NearestProps) {
  const texts = useTexts(simulatorTexts);
  if (suggestions.length === 0) return <p className="text-second">{texts.noneNear}</p>;
  return (
    <Section title={texts.nearest}>
      <div className="flex flex-wrap gap-2">
        {suggestions.map(({ resourceId, startsAt, endsAt }) => (
          <Button key={`${resourceId} ${startsAt}`} onPress={() => onSlot(Date.parse(startsAt), Date.parse(endsAt))}>
            {format.shortDay(startsAt)} {format.span(startsAt, endsAt)}
          </Button>
        ))}
      </div>
    </Section>
  );
}
