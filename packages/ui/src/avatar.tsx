import { initialsOf, stableIndex } from "./avatar-initials.ts";
import { classNames } from "./class-names.ts";
import { toneClass } from "./tone.ts";

export type AvatarProps = {
  name: string;
  imageUrl?: string | null | undefined;
  size?: "small" | "medium" | "large" | undefined;
  className?: string | undefined;
};

const sizes = { small: "size-7 text-2xs", medium: "size-9 text-xs", large: "size-14 text-lg" };
const tones = [toneClass.accent, toneClass.amber, toneClass.neutral] as const;

/** A person's picture or initials. Hidden from screen readers: the name always stands beside it. */
export function Avatar({ name, imageUrl, size = "medium", className }: AvatarProps) {
  const frame = classNames(
    "inline-grid shrink-0 place-items-center overflow-hidden rounded-full font-semibold",
    sizes[size],
    className,
  );
  if (imageUrl) return <img src={imageUrl} alt="" loading="lazy" className={classNames(frame, "object-cover")} />;
  // By CSS, so that the letters are no text: nobody finds, copies or is read "AF" before "Ana Ferreira".
  return (
    <span
      aria-hidden="true"
      data-initials={initialsOf(name)}
      className={classNames("before:content-[attr(data-initials)]", frame, tones[stableIndex(name, tones.length)])}
    />
  );
}
