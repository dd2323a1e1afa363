/** ARIMA(p,d,q)(P,D,Q) with seasons of `period`; `constant` is a mean (nothing differenced) or a drift (differenced once). */
export interface ArimaOrder {
  readonly p: number;
  readonly d: number;
  readonly q: number;
  readonly seasonalP: number;
  readonly seasonalD: number;
  readonly seasonalQ: number;
  readonly period: number;
  readonly constant: boolean;
}

export function arimaName(order: ArimaOrder): string {
  const { p, d, q, seasonalP, seasonalD, seasonalQ, period, constant } = order;
  const seasonal =
    seasonalP + seasonalD + seasonalQ > 0 ? `(${seasonalP},${seasonalD},${seasonalQ})[${period}]` : '';
  const extra = constant ? (d + seasonalD > 0 ? ' with drift' : ' with mean') : '';
  return `arima(${p},${d},${q})${seasonal}${extra}`;
}

/** Values lost at the beginning to differencing. */
export function lostValues({ d, seasonalD, period }: ArimaOrder): number {
  return d + seasonalD * period;
}
