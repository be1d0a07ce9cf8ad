/** GS1's global location number, and what else ends with its check digit. */
export function isGln(text: string): boolean {
  if (!/^\d{2,}$/.test(text)) return false;
  const digits = [...text].map(Number).reverse();
  const sum = digits.slice(1).reduce((total, digit, index) => total + digit * (index % 2 === 0 ? 3 : 1), 0);
  return (10 - (sum % 10)) % 10 === digits[0];
}

/** A Norwegian organization number: nine digits, the last by modulus 11. */
export function isNorwegianNumber(text: string): boolean {
  if (!/^\d{9}$/.test(text)) return false;
  const digits = [...text].map(Number).reverse();
  const sum = digits.slice(1).reduce((total, digit, index) => total + digit * ((index % 6) + 2), 0);
  return Number(text) > 0 && (11 - (sum % 11)) % 11 === digits[0];
}

/** A Danish CVR number: eight digits, with DK before them or without. */
export const isDanishNumber = (text: string): boolean => /^(DK)?\d{8}$/.test(text);

/** A Belgian enterprise number: ten digits, the last two by modulus 97. */
export function isBelgianNumber(text: string): boolean {
  return /^\d{10}$/.test(text) && Number(text.slice(8)) === 97 - (Number(text.slice(0, 8)) % 97);
}

/** A Swedish organization number: ten digits, the last by Luhn's formula. */
export function isSwedishNumber(text: string): boolean {
  if (!/^\d{10}$/.test(text)) return false;
  const sum = [...text].reverse().reduce((total, one, index) => total + luhn(Number(one), index), 0);
  return sum % 10 === 0;
}

const luhn = (digit: number, index: number): number => {
  const doubled = index % 2 === 1 ? digit * 2 : digit;
  return doubled > 9 ? doubled - 9 : doubled;
};
