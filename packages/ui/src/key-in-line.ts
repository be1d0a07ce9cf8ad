/** A key as the line runs: where it runs from right to left, Left leads on and Right back. */
export function keyInLine({ key, currentTarget }: { key: string; currentTarget: Element }): string {
  if (getComputedStyle(currentTarget).direction !== "rtl") return key;
  if (key === "ArrowLeft") return "ArrowRight";
  return key === "ArrowRight" ? "ArrowLeft" : key;
}
