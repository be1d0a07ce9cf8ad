// Back closes what is on top. Each open overlay has an entry of its own in the browser's history, above its page's, with the
// same address. Entries can't be taken out without a race, so one that was closed by other means stays, and is skipped when
// somebody comes back to it. The app's router never hears of these entries: they are none of its places.

interface Layer {
  close: () => void;
}

/** Where an entry stands: so many overlays above the page of this group. It travels in the entry's state. */
interface Mark {
  group: string;
  depth: number;
}

const layers: Layer[] = [];
let position: Mark | null = null;
let isInstalled = false;
/** How long an overlay may take to go before it counts as one that stays. */
const patienceMs = 400;

/** Registers an overlay that has just opened; the answer takes it away again. `close` is what Back does. */
export function openLayer(close: () => void): () => void {
  install();
  const layer = { close };
  layers.push(layer);
  settle();
  return () => {
    layers.splice(layers.indexOf(layer), 1);
  };
}

/** How many entries of overlays lie above the page's own one, at the entry that is shown. */
export function entriesAbovePage(): number {
  return markOf(history.state)?.depth ?? 0;
}

/** Gives each open overlay its entry. */
function settle(): void {
  while (layers.length > (position?.depth ?? 0)) pushEntry();
}

function pushEntry(): void {
  if (position === null) {
    position = { group: Math.random().toString(36).slice(2), depth: 0 };
    History.prototype.replaceState.call(history, marked(history.state), "");
  }
  position = { ...position, depth: position.depth + 1 };
  History.prototype.pushState.call(history, marked(history.state), "");
}

function marked(state: unknown): object {
  return { ...(typeof state === "object" ? state : {}), layer: position };
}

function markOf(state: unknown): Mark | null {
  return typeof state === "object" && state !== null && "layer" in state ? (state.layer as Mark | null) : null;
}

/** Once, and only when the first overlay opens: until then the history is the router's alone. */
function install(): void {
  if (isInstalled) return;
  isInstalled = true;
  position = markOf(history.state);
  const push = history.pushState;
  const replace = history.replaceState;
  history.pushState = (state, unused, url) => {
    position = null;
    push.call(history, state, unused, url);
    // What is open now lies over that address: a sheet that opens as its address changes. What closes just now costs an entry.
    setTimeout(settle);
  };
  // Another address for the same entry: it stays where it is.
  history.replaceState = (state, unused, url) => replace.call(history, position ? marked(state) : state, unused, url);
  addEventListener("popstate", onPop, { capture: true });
}

function onPop(event: PopStateEvent): void {
  const from = position;
  position = markOf(history.state);
  if (from === null || position === null || position.group !== from.group || position.depth >= from.depth) return;
  event.stopImmediatePropagation();
  const top = layers.at(-1);
  // The overlay of that entry went before: one goes back on.
  if (top === undefined || layers.length <= position.depth) return history.back();
  top.close();
  // What asks a question instead of closing stays on top, and Back shall find it there.
  setTimeout(settle, patienceMs);
}
