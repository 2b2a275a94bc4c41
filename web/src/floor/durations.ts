/** Times as people write them into a field: minutes, or minutes and seconds. */

/** Numbers as other keyboards write them. */
const ARABIC_ZERO = 0x0660;
const PERSIAN_ZERO = 0x06f0;

/** The text with its digits as 0 to 9. */
export function westernDigits(text: string): string {
  const digit = (character: string, zero: number): string => String(character.charCodeAt(0) - zero);
  return text.replace(/[٠-٩]/g, (found) => digit(found, ARABIC_ZERO)).replace(/[۰-۹]/g, (found) => digit(found, PERSIAN_ZERO));
}

/** The seconds of `3`, `2:30` or `1.5` (minutes); undefined for anything else. */
export function secondsOf(written: string): number | undefined {
  const text = westernDigits(written.trim()).replace(/[,٫]/, '.');
  const parts = /^(\d{1,4})(?::([0-5]\d))?$/.exec(text);
  if (parts) return Number(parts[1]) * 60 + Number(parts[2] ?? 0);
  return /^\d{1,4}\.\d{1,2}$/.test(text) ? Math.round(Number(text) * 60) : undefined;
}
