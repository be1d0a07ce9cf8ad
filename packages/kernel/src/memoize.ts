/**
 * A function that keeps its answers, for conversions that are pure, slow in the calendar's arithmetic, and asked again
 * and again with the same few arguments: a day view asks for the same day and the same opening minutes for each resource.
 * Holds at most `limit` answers and starts afresh when full, so that hostile arguments can't fill the memory.
 */
export function memoize<Arguments extends readonly (string | number)[], Answer>(
  limit: number,
  answer: (...given: Arguments) => Answer,
): (...given: Arguments) => Answer {
  const answers = new Map<string | number | undefined, Answer>();
  return (...given) => {
    const key = given.length === 1 ? given[0] : given.join(" ");
    const known = answers.get(key);
    if (known !== undefined) return known;
    const fresh = answer(...given);
    if (answers.size >= limit) answers.clear();
    answers.set(key, fresh);
    return fresh;
  };
}
