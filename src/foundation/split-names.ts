/** "A, B" as names: what stands between the commas, without blanks around it; nothing for an empty place. */
export function splitNames(text: string): string[] {
  return text
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
}
