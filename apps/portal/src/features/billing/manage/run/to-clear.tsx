import { useSuspenseQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { Contract, PreviewedAccount, RunPreview, RunProblem } from "@working-social/billing/schema";
import { Badge, buttonClass } from "@working-social/ui";
import type { ReactNode } from "react";
import { useLocations } from "../../../../lib/location.ts";
import { trpc } from "../../../../lib/trpc.ts";
import { useTexts } from "../../../../lib/texts/catalog.ts";
import { manageTexts } from "../../../manage/manage-texts.ts";
import { runTexts } from "./run-texts.ts";

/** So many contracts without a price stand here by name; the page of contracts begins with all of them. */
const MOST_SHOWN = 5;

/** Each thing that keeps an account from being billed, with the page where it is cleared. */
export function ToClear({ preview: { accounts } }: { preview: RunPreview }) {
  const texts = useTexts(runTexts);
  const { data } = useSuspenseQuery(trpc.contracts.list.queryOptions({ cursor: null, search: "" }));
  const unpriced = data.contracts.filter(({ billFrom }) => billFrom === null);
  const heldBack = Map.groupBy(
    accounts.filter(({ problem }) => problem !== null),
    ({ problem }) => JSON.stringify(problem),
  );
  const carried = accounts.filter(({ documents }) => documents.some(({ outcome }) => outcome === "carried"));
  const isClear = unpriced.length === 0 && heldBack.size === 0 && carried.length === 0;
  return (
    <div className="flex flex-col">
      <h2 className="text-lg font-semibold">{texts.clearTitle}</h2>
      <p className="text-sm text-second">{isClear ? texts.clearNone : texts.clearText}</p>
      {!isClear && (
        <ul className="mt-3">
          {[...heldBack.values()].map((held) => (
            <HeldBack key={held[0]?.accountId} accounts={held} />
          ))}
          {unpriced.slice(0, MOST_SHOWN).map((contract) => (
            <Unpriced key={contract.id} contract={contract} />
          ))}
          {unpriced.length > MOST_SHOWN && <MoreUnpriced count={unpriced.length - MOST_SHOWN} />}
          {carried.length > 0 && <Carried accounts={carried} />}
        </ul>
      )}
    </div>
  );
}

type ItemProps = { title: ReactNode; isHeld?: boolean; action?: ReactNode; children?: ReactNode };

function Item({ title, isHeld = false, action, children }: ItemProps) {
  const texts = useTexts(runTexts);
  return (
    <li className="flex flex-col gap-1.5 border-t py-3.5">
      <div className="flex items-start justify-between gap-2">
        <h3 className="min-w-0 font-semibold wrap-anywhere">{title}</h3>
        {isHeld && <Badge tone="amber">{texts.heldBack}</Badge>}
      </div>
      {children && <p className="text-sm text-second">{children}</p>}
      {action && <div className="mt-1">{action}</div>}
    </li>
  );
}

/** Accounts with the same problem. */
function HeldBack({ accounts }: { accounts: PreviewedAccount[] }) {
  const { and } = useTexts(manageTexts);
  const problem = accounts[0]?.problem;
  const words = useProblemWords();
  if (!problem) return null;
  const { title, text } = words(problem, and(accounts.map(({ name }) => name)));
  return (
    <Item title={title} isHeld action={<ClearProblem problem={problem} />}>
      {text}
    </Item>
  );
}

/** Where it is cleared; a fault of ours is cleared by us. */
function ClearProblem({ problem }: { problem: RunProblem }) {
  const texts = useTexts(runTexts);
  const style = buttonClass({ size: "small" });
  if (problem.code === "fault") return null;
  return problem.code === "no_seller" ? (
    <Link to="/manage/sellers" className={style}>
      {texts.toSellers}
    </Link>
  ) : (
    <Link to="/manage/products" className={style}>
      {texts.toProducts}
    </Link>
  );
}

/** What a problem is, and what it does to those accounts. */
export function useProblemWords() {
  const texts = useTexts(runTexts);
  const { locations } = useLocations();
  return (problem: RunProblem, names: string): { title: string; text: string } => {
    if (problem.code === "fault") return { title: texts.fault, text: texts.faultText(names) };
    const place = locations.find(({ id }) => id === problem.locationId)?.name ?? "–";
    return problem.code === "no_seller"
      ? { title: texts.noSeller(place), text: texts.noSellerText(names) }
      : { title: texts.noTaxRate(place), text: texts.noTaxRateText(names) };
  };
}

function Unpriced({ contract }: { contract: Contract }) {
  const texts = useTexts(runTexts);
  const plan = contract.lines.flatMap(({ terms }) => terms).at(0)?.planName ?? "–";
  return (
    <Item
      title={texts.unpriced(contract.holderName)}
      isHeld
      action={
        <Link
          to="/manage/contracts/$contractId"
          params={{ contractId: contract.id }}
          search={{ edit: "billing" }}
          aria-label={`${texts.setPrice}: ${contract.holderName}`}
          className={buttonClass({ size: "small" })}
        >
          {texts.setPrice}
        </Link>
      }
    >
      {texts.unpricedText(plan)}
    </Item>
  );
}

function MoreUnpriced({ count }: { count: number }) {
  const texts = useTexts(runTexts);
  return (
    <Item
      title={texts.unpricedMore(count)}
      action={
        <Link to="/manage/contracts" className={buttonClass({ size: "small" })}>
          {texts.seeContracts}
        </Link>
      }
    />
  );
}

function Carried({ accounts }: { accounts: PreviewedAccount[] }) {
  const texts = useTexts(runTexts);
  const { and } = useTexts(manageTexts);
  return (
    <Item title={texts.carriedTitle(accounts.length)}>{texts.carriedText(and(accounts.map(({ name }) => name)))}</Item>
  );
}
