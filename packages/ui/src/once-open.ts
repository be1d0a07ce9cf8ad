import { useState } from "react";

/** True from the first time on that it was open. Overlays load their code then, and stay for the way out. */
export function useOnceOpen(isOpen: boolean): boolean {
  const [wasOpened, setWasOpened] = useState(isOpen);
  if (isOpen && !wasOpened) setWasOpened(true);
  return wasOpened || isOpen;
}
