import { useSuspenseInfiniteQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { JournalEntryView } from "@working-social/billing/schema";
import { CardList, Section } from "@working-social/ui";
import { useTexts } from "../../../../lib/texts/catalog.ts";
import { LoadMore } from "../../../manage/list/load-more.tsx";
import { dayWords } from "../../shared/day-words.ts";
import { lineTexts } from "../../shared/line-texts.ts";
import { amountText } from "../figures.ts";
import { accountWords } from "./account-words.ts";
import { entryPages } from "./entry-pages.ts";
import { journalTexts } from "./journal-texts.ts";

/** Each entry with its postings, and the document that it is from. */
export function Entries({ sellerId }: { sellerId: string }) {
  const texts = useTexts(journalTexts);
  const query = useSuspenseInfiniteQuery(entryPages(sellerId));
  const entries = query.data.pages.flatMap((page) => page.entries);
  return (
    <Section title={texts.entries}>
      <p className="-mt-2 text-sm text-second">{entries.length > 0 ? texts.entriesHint : texts.noEntries}</p>
      {entries.length > 0 && (
        <CardList>
          {entries.map((entry) => (
            <Entry key={entry.id} entry={entry} />
          ))}
        </CardList>
      )}
      <LoadMore query={query} />
    </Section>
  );
}

function Entry({ entry }: { entry: JournalEntryView }) {
  const texts = useTexts(journalTexts);
  const { bookedOn, causeType, invoiceId, number, postings } = entry;
  return (
    <li className="flex flex-col gap-2">
      <div className="flex flex-wrap items-baseline gap-x-3">
        <span className="figures font-medium">{dayWords(bookedOn)}</span>
        <span className="text-second">{texts.causes[causeType]}</span>
        {invoiceId !== null && (
          <Link
            to="/manage/invoices/$invoiceId"
            params={{ invoiceId }}
            className="inline-flex items-center font-medium text-accent underline-offset-3 hover:underline touch:min-h-11"
          >
            {number}
          </Link>
        )}
      </div>
      <Postings postings={postings} label={`${dayWords(bookedOn)} ${number ?? ""}`} />
    </li>
  );
}

/** Debits and credits side by side, as they are written in books. */
function Postings({ postings, label }: { postings: JournalEntryView["postings"]; label: string }) {
  const texts = useTexts(journalTexts);
  const products = useTexts(lineTexts);
  const figure = "figures w-24 ps-3 text-end align-top whitespace-nowrap sm:w-30";
  return (
    <table className="w-full text-sm">
      <caption className="sr-only">{label}</caption>
      <thead className="sr-only">
        <tr>
          <th scope="col">{texts.account}</th>
          <th scope="col">{texts.debit}</th>
          <th scope="col">{texts.credit}</th>
        </tr>
      </thead>
      <tbody>
        {postings.map((posting, index) => (
          // Postings have their order, and nothing else of their own.
          // oxlint-disable-next-line react/no-array-index-key
          <tr key={index}>
            <th scope="row" className="py-0.5 text-start font-normal wrap-anywhere">
              {accountWords(posting, texts, products)}
              {posting.accountName !== null && <span className="text-second"> · {posting.accountName}</span>}
            </th>
            <td className={figure}>{posting.amountMinor > 0 && amountText(posting.amountMinor, posting.currency)}</td>
            <td className={figure}>{posting.amountMinor < 0 && amountText(-posting.amountMinor, posting.currency)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
