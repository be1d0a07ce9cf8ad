import { useTexts } from "../texts/language.tsx";

/** Says when nobody answers. The live region is always there, so that it is announced when it fills. */
export function NetworkNote({ isReached }: { isReached: boolean }) {
  const texts = useTexts();
  return (
    <p role="status" className="flex items-center gap-2.5 empty:hidden">
      {!isReached && (
        <>
          <span aria-hidden="true" className="size-2.5 shrink-0 rounded-full bg-amber" />
          {texts.offline}
        </>
      )}
    </p>
  );
}
