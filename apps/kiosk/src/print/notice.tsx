import { CircleAlert, CircleCheck, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";

const looks = {
  accent: { icon: CircleCheck, ground: "bg-accent-weak text-accent-on-weak" },
  amber: { icon: TriangleAlert, ground: "bg-amber-weak text-amber-on-weak" },
  red: { icon: CircleAlert, ground: "bg-red-weak text-red-on-weak" },
};

/** A sentence that one can read from where one stands. Whoever shows it lets the visit announce it. */
export function Notice({ tone, children }: { tone: keyof typeof looks; children: ReactNode }) {
  const { icon: Icon, ground } = looks[tone];
  return (
    <div className={`flex items-start gap-3 rounded-lg px-4 py-3.5 text-start text-lg ${ground}`}>
      <Icon aria-hidden="true" className="mt-0.5 size-5 shrink-0" />
      <p className="min-w-0">{children}</p>
    </div>
  );
}
