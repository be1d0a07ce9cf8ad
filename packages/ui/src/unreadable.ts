/**
 * Whether a box within holds what its field can't keep (a custom validity says so). Each says why, and the first takes the focus:
 * nothing is sent while it stands there, or what was kept before would be sent as if it had been typed.
 */
export function tellUnreadable(within: ParentNode | null): boolean {
  const wrong = [...(within?.querySelectorAll("input") ?? [])].filter((input) => input.validity.customError);
  for (const input of wrong) input.checkValidity();
  wrong[0]?.focus();
  return wrong.length > 0;
}
