import simulated from '../bench/change.json' with { type: 'json' };

/** What the simulation of bench/change.ts found, as a section of the page of the method; empty for all other methods. */
export function changeTables(method: string): string {
  if (method === 'spc') return spcTables();
  return method === 'turning' ? turningTables() : '';
}

const { runs, seed, points, unchanged, shifted, drift, counted } = simulated;

/** Twice the standard error of a share, in points of per cent. */
const errorAt = (share: number): string => (200 * Math.sqrt((share * (1 - share)) / runs)).toFixed(1);

function made(): string {
  return `Made by \`tsx bench/change.ts ${runs} ${seed} --write\`: ${runs.toLocaleString('en-GB')} series a row, from a seed that the critical values (\`bench/calibrate-change.ts\`) were not made with. Simulation error: ±${errorAt(0.05)} points at 5 %, ±${errorAt(0.5)} at 50 %.`;
}

function spcTables(): string {
  const row = ({ name, nhs, auto }: (typeof unchanged)[number]) =>
    `| ${name} | ${nhs.toFixed(1)} | ${auto.toFixed(1)} |`;
  const called = drift.map(({ name, drift: share }) => `${name}: ${share.toFixed(1)} %`).join('; ');
  return `
## How often it is wrong, and what it finds

Share of series of ${points} points with any signal, read once, in per cent. ${made()}

Nothing changed (every signal is false):

| Series | Plot-the-dots rules | --adjust auto |
| --- | --- | --- |
${unchanged.map(row).join('\n')}

Called a drift by --adjust auto: ${called}.

A lasting shift, of white noise unless said otherwise:

| Shift | Plot-the-dots rules | --adjust auto |
| --- | --- | --- |
${shifted.map(row).join('\n')}

What is lost: a plain search for the largest difference of means, told beforehand that there is neither season nor memory nor drift, finds more; \`--adjust auto\` has to find that out from the series. A shift in a series that remembers is found far less often than in white noise, as it should be: wandering looks the same. A change is looked for the harder the fewer points ago it was, so an old one is found less often than a recent one of the same size over as many points. A faint drift is often taken for a step, and a step on top of a plain drift is passed over. Memory of more than 0.6, and several changes in one series, are not held to these figures.
`;
}

function turningTables(): string {
  return `
## How often it is wrong, and what it finds

Share of series of monthly counts in which a turn, up or down, is reported, in per cent. ${made()}

| Series | A turn is reported |
| --- | --- |
${counted.map(({ name, turned }) => `| ${name} | ${turned.toFixed(1)} |`).join('\n')}

All but the falls are series in which nothing changed: the stated rate is 5 %.
`;
}
