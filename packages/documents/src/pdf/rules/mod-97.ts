/** The remainder by 97 of a text whose letters count from A = 10 (ISO/IEC 7064, MOD 97-10). Takes A–Z and 0–9. */
export function mod97(text: string): number {
  let remainder = 0;
  for (const character of text) {
    const value = Number.parseInt(character, 36);
    if (Number.isNaN(value)) throw new RangeError(`“${character}” has no value for check digits.`);
    remainder = (remainder * (value > 9 ? 100 : 10) + value) % 97;
  }
  return remainder;
}
