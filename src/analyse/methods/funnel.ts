import { UsageError } from '../../foundation/errors.ts';
import { nearest } from '../../foundation/nearest.ts';
import { aboutFunnel } from '../../statistics/about/funnel.ts';
import {
  falseDiscoveryControl,
  funnel,
  funnelRanks,
  peerMeans,
  type FunnelData,
  type FunnelUnit,
} from '../../statistics/index.ts';
import type { Answer, Method } from '../method.ts';
import type { Options } from '../options.ts';
import type { Table } from '../table.ts';

/** Every unit against the limits of chance. `observed,expected` are a ratio; `numerator,denominator` a proportion or rate. */
export const funnelMethod: Method = {
  about: aboutFunnel,
  columns: ['unit', 'observed', 'expected', 'numerator', 'denominator', 'peer'],
  ownBy: true,
  run(table, options) {
    const by = options.text('by');
    if (by === undefined) return oneFunnel(table, options);
    const funnels = table
      .groups(by)
      .map(({ by: value, table: part }) => ({ value, answer: oneFunnel(part, options) }));
    // Many measures are many more tests than one: discoveries are held over all of them together as well.
    const all = falseDiscoveryControl(
      funnels.flatMap(({ answer }) => answer.units.map(({ p }) => p)),
      options.level('fdr', 0.05),
    );
    let next = 0;
    return funnels.map(({ value, answer }) =>
      Object.assign({ by: value }, answer, {
        units: answer.units.map((unit) =>
          Object.assign(unit, { fdr_significant_over_all: all[next++] ?? false }),
        ),
      }),
    );
  },
};

function oneFunnel(table: Table, options: Options) {
  const isRatio = table.has('observed');
  const data = options.choice('data', ['ratio', 'proportion', 'rate'], isRatio ? 'ratio' : 'proportion');
  if (!isRatio && !table.has('numerator')) {
    throw new UsageError('There are no counts.', 'Give columns observed,expected or numerator,denominator.');
  }
  const names = table.text('unit');
  const tops = table.numbers(isRatio ? 'observed' : 'numerator');
  const bottoms = table.numbers(isRatio ? 'expected' : 'denominator');
  const counts = tops.map((numerator, row) => ({ numerator, denominator: bottoms[row] ?? 0 }));
  const found = funnel(counts, {
    data,
    levels: options.numbers('levels', [0.95, 0.998]),
    overdispersion: options.choice('overdispersion', ['none', 'additive', 'multiplicative']),
    fdr: options.level('fdr', 0.05),
    trim: options.number('trim', 0.1),
  });
  const ranks = funnelRanks(counts, data);
  const units = found.units.map(({ value, z, limits, outside, outsideLevel, p, fdrSignificant }, i) => {
    return {
      unit: names[i],
      value,
      z,
      limits,
      outside,
      outside_level: outsideLevel,
      p,
      fdr_significant: fdrSignificant,
      rank: ranks?.[i]?.rank ?? null,
      rank_lower: ranks?.[i]?.lower ?? null,
      rank_upper: ranks?.[i]?.upper ?? null,
    };
  });
  const subject = options.text('subject');
  return {
    phi: found.phi,
    tau2: found.tau2,
    target: found.target,
    units,
    ...(subject === undefined ? {} : { peers: peersOf(table, names, counts, data, subject) }),
  };
}

/** `--subject UNIT` against its group: the units whose cell in `peer` says so, or all of them without that column. */
function peersOf(
  table: Table,
  names: readonly string[],
  counts: readonly FunnelUnit[],
  data: FunnelData,
  subject: string,
): Answer {
  const row = names.indexOf(subject);
  const own = counts[row];
  if (own === undefined) {
    const near = nearest(subject, names);
    throw new UsageError(
      `There is no unit '${subject}'.`,
      near === null ? 'Name one of the column unit.' : `Did you mean '${near}'?`,
    );
  }
  const marks = table.has('peer') ? table.text('peer') : null;
  const members = [...names.keys()].filter(
    (i) => i !== row && (marks === null || /^(yes|true|1|y)$/i.test(marks[i] ?? '')),
  );
  const {
    subject: interval,
    means,
    dependsOnConvention,
  } = peerMeans(
    own,
    members.flatMap((i) => counts[i] ?? []),
    data,
  );
  return {
    subject,
    value: interval.estimate,
    lower: interval.lower,
    upper: interval.upper,
    members: members.map((i) => names[i]),
    means: means.map(({ weighted, withSubject, mean, verdict }) => ({
      weighted,
      with_subject: withSubject,
      mean,
      verdict,
    })),
    depends_on_convention: dependsOnConvention,
  };
}
