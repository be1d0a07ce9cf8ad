import { Avatar } from "./avatar.tsx";

export type PersonLabelProps = { name: string; imageUrl?: string | null | undefined };

/** Picture and name of the signed-in person, for the foot of AppShell; on the rail the picture stands alone. */
export function PersonLabel({ name, imageUrl }: PersonLabelProps) {
  return (
    <span className="flex min-w-0 flex-1 items-center gap-2.5 text-start">
      <Avatar name={name} imageUrl={imageUrl} size="small" className="md:max-lg:mx-auto" />
      <span className="min-w-0 truncate md:max-lg:sr-only">{name}</span>
    </span>
  );
}
