import type { SetUpTexts } from "./set-up-texts.ts";

export type StepId = keyof SetUpTexts["steps"];

export interface SetUpStep {
  id: StepId;
  href: string;
  isDone: boolean;
}

/** What a space has so far. */
export interface SpaceSoFar {
  locations: number;
  openIntervals: number;
  resources: number;
  rates: number;
  rules: number;
  people: number;
}

/** The way from an empty space to one where members book, in the order in which one step needs the other. */
export function setUpSteps(space: SpaceSoFar): SetUpStep[] {
  return [
    { id: "location", href: "/manage/locations", isDone: space.locations > 0 },
    { id: "hours", href: "/manage/hours", isDone: space.openIntervals > 0 },
    { id: "resources", href: "/manage/resources", isDone: space.resources > 0 },
    { id: "rates", href: "/manage/rates", isDone: space.rates > 0 },
    { id: "rules", href: "/manage/rules", isDone: space.rules > 0 },
    // The owner is there from the start.
    { id: "people", href: "/manage/people", isDone: space.people > 1 },
  ];
}

/** What to do after one step is done; null where that is not done yet, or nothing is left to do. */
export function stepAfter(done: StepId, space: SpaceSoFar): SetUpStep | null {
  const steps = setUpSteps(space);
  const isDone = steps.some((step) => step.id === done && step.isDone);
  return (isDone && steps.find((step) => !step.isDone)) || null;
}
