/** How the shortcut of the palette is written on this machine. */
export function commandKeyLabel(): string {
  return /Mac|iPhone|iPad/.test(navigator.platform) ? "⌘K" : "Ctrl K";
}
