/** Where a statement's evidence is: `/claims/2023-08-31/robbery-turning-down`. */
export function claimAddress(date: string, id: string): string {
  return `/claims/${date}/${encodeURIComponent(id)}`;
}
