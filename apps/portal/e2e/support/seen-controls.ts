/** What of a control can be judged outside of the page, in CSS pixels of its viewport. */
export interface SeenControl {
  /** As a person would point at it: `button “Book”`. */
  readonly name: string;
  /** What is in sight of it: what a scrolled list or a drawer hides is left out. */
  readonly box: Box;
  /** Its words that nobody can read to their end. */
  readonly cutWords: readonly string[];
  /** Whether one gets to it by scrolling sideways, in something smaller than the page. */
  readonly isScrolledSideways: boolean;
  /** A text field may hold a button, and a label its box. */
  readonly mayHold: boolean;
  /** Bars that stay while the page scrolls lie over it by design: only what is in the same layer is compared. */
  readonly layer: number;
  /** The places, in this list, of the controls that it is a part of. */
  readonly within: readonly number[];
}

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export interface Seen {
  readonly controls: readonly SeenControl[];
  /** What is cut off of the texts outside of controls. */
  readonly cutTexts: readonly string[];
}

/** Runs in the page, and so knows nothing from outside of itself. Behind a dialog nothing can be pressed: it alone counts. */
export function seen(): Seen {
  const interactive =
    "a[href], button, select, textarea, summary, input:not([type=hidden]), label:has(input), [role=button], [role=link], " +
    "[role=tab], [role=radio], [role=checkbox], [role=switch], [role=option], [role=menuitem], [role=slider], [role=spinbutton]";
  // Blocks of a timeline touch, and shapes of a floor plan lie in each other, as they do in the house.
  const drawn = "[data-lane] *, svg *";
  const root = [...document.querySelectorAll("[data-modal]")].at(-1) ?? document.body;
  const layers: Element[] = [];

  const isShown = (element: Element) => {
    const { width, height } = element.getBoundingClientRect();
    return width > 1 && height > 1 && element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
  };
  const elements = [...root.querySelectorAll(interactive)].filter(
    (element) => isShown(element) && !element.matches(drawn) && element.closest("[inert]") === null,
  );
  /** It, and what it is in, from the inside out; not the page, whose edge is the window's. */
  const chain = (element: Element | null): Element[] =>
    element === null || element === document.body ? [] : [element, ...chain(element.parentElement)];
  const style = (element: Element) => getComputedStyle(element);
  const hides = (element: Element) => /auto|scroll|hidden|clip/.test(style(element).overflow);
  const scrolls = (element: Element) => /auto|scroll/.test(style(element).overflow);
  const scrollsSideways = (element: Element) =>
    element.scrollWidth > element.clientWidth + 1 && /auto|scroll/.test(style(element).overflowX);
  const cut = (one: Box, other: Box): Box => ({
    left: Math.max(one.left, other.left),
    top: Math.max(one.top, other.top),
    right: Math.min(one.right, other.right),
    bottom: Math.min(one.bottom, other.bottom),
  });
  const within = (boxes: readonly Element[]) =>
    boxes
      .map((one) => one.getBoundingClientRect())
      .reduce<Box>(cut, {
        left: -1e6,
        top: -1e6,
        right: 1e6,
        bottom: 1e6,
      });

  /** The texts that are meant to be seen: one for screen readers alone is a pixel wide. */
  const textsIn = (element: Element): Text[] =>
    [...element.childNodes].flatMap((node) => {
      if (node instanceof Text) return node.data.trim() === "" ? [] : [node];
      return node instanceof Element && isShown(node) && node.tagName !== "OPTION" ? textsIn(node) : [];
    });
  /** What ends in “…” is told in full by a title, or by the name of the control. */
  const isTold = (path: readonly Element[]) =>
    path.some((one) => style(one).textOverflow === "ellipsis" && hides(one)) &&
    path.some((one) => one.hasAttribute("title") || one.hasAttribute("aria-label"));
  const isCut = (text: Text, control: Element) => {
    const range = document.createRange();
    range.selectNodeContents(text);
    const all = range.getBoundingClientRect();
    const path = chain(text.parentElement);
    const inner = path.includes(control) ? path.slice(0, path.indexOf(control) + 1) : path;
    const firstScroll = path.findIndex((one) => scrolls(one));
    const edges = path
      .slice(0, firstScroll < 0 ? path.length : firstScroll)
      .filter((one) => one === control || hides(one));
    const open = within(edges);
    const lost = Math.max(open.left - all.left, all.right - open.right, open.top - all.top, all.bottom - open.bottom);
    return lost > 2 && !isTold(inner);
  };

  const controls = elements.map((element) => {
    const outside = chain(element.parentElement);
    const layer = chain(element).find((one) => /fixed|sticky/.test(style(one).position));
    if (layer && !layers.includes(layer)) layers.push(layer);
    const words = (element.getAttribute("aria-label") ?? element.textContent ?? "").trim().slice(0, 60);
    return {
      name: `${element.getAttribute("role") ?? element.tagName.toLowerCase()} “${words}”`,
      box: within([element, ...outside.filter(hides)]),
      cutWords: textsIn(element)
        .filter((text) => isCut(text, element))
        .map(({ data }) => data),
      isScrolledSideways: outside.some(scrollsSideways),
      mayHold: element.matches("input, select, textarea, label"),
      layer: layer ? layers.indexOf(layer) : -1,
      within: elements.flatMap((other, index) => (other !== element && other.contains(element) ? [index] : [])),
    };
  });
  const cutTexts = textsIn(root)
    .filter(
      ({ parentElement: around }) =>
        around !== null && !around.matches(drawn) && !elements.some((one) => one.contains(around)),
    )
    .filter((text) => isCut(text, root));
  return { controls, cutTexts: cutTexts.map(({ data }) => data) };
}
