import type { FindingNumbers } from '../finding.ts';
import { isChanged } from './figures.ts';
import type { Changed } from './changed.ts';

/** So many of the biggest revisions of single figures are listed. */
const MOST_FIGURES = 50;

/** What was worked out, as the numbers of the finding. */
export function numbersOf(changed: Changed): FindingNumbers {
  const { measure, recipes, series, latest, total, common, figures, areas, groups, whole } = changed;
  const { split, parts } = latest ?? {};
  return {
    since: changed.since,
    unit: measure.unit,
    compared: changed.basis,
    then_period: latest?.then.period ?? null,
    then_from: latest?.then.from ?? null,
    then_to: latest?.then.to ?? null,
    then_value: latest?.then.value ?? null,
    then_value_now: latest?.thenReadsNow.value ?? null,
    now_period: latest?.now.period ?? null,
    now_from: latest?.now.from ?? null,
    now_to: latest?.now.to ?? null,
    now_value: latest?.now.value ?? null,
    change: latest === null ? null : latest.now.value - latest.then.value,
    definition: split === undefined ? null : split.recipe + split.feed,
    definition_recipe: split?.recipe ?? null,
    definition_publication: split?.feed ?? null,
    data_revised: split?.data ?? null,
    data_revised_numerator: parts?.data.numerator ?? null,
    data_revised_denominator: parts?.data.denominator ?? null,
    world: latest?.world ?? null,
    world_numerator: parts?.world.numerator ?? null,
    world_denominator: parts?.world.denominator ?? null,
    definition_then: recipes.then.version,
    definition_now: recipes.now.version,
    definition_then_first_used: recipes.thenSince,
    definition_then_certain: recipes.certain,
    publication_then: series.namedThen,
    publication_now: series.namedNow,
    periods_compared: common.length,
    periods_changed: common.filter(isChanged).length,
    periods_new: figures.filter(
      ({ observations: { then, now } }) => (then?.value ?? null) === null && (now?.value ?? null) !== null,
    ).length,
    periods_withdrawn: figures.filter(
      ({ observations: { then, now } }) => (then?.value ?? null) !== null && (now?.value ?? null) === null,
    ).length,
    total_then: total?.then ?? null,
    total_now: total?.now ?? null,
    total_definition: total === null ? null : total.recipe + total.feed,
    total_data_revised: total?.data ?? null,
    ...(areas === null ? {} : { total_given_to_no_area: areas.elsewhere }),
    ...(whole === null ? {} : { whole_area: whole.area, whole_area_data_revised: whole.data_revised }),
    periods: common
      .filter(isChanged)
      .toSorted((a, b) => size(b) - size(a))
      .map(({ period, from, to, observations: { then, now }, split }) => ({
        period,
        from,
        to,
        then: then?.value ?? null,
        now: now?.value ?? null,
        definition: split === null ? null : split.recipe + split.feed,
        data_revised: split?.data ?? null,
      })),
    releases: changed.releases.map((each) => ({ ...each })),
    areas: (areas?.parts ?? []).map(({ name: area, then, now, data_revised }) => ({
      area,
      then,
      now,
      data_revised,
    })),
    area_periods: (areas?.figures ?? []).slice(0, MOST_FIGURES).map(({ name: area, ...rest }) => ({
      area,
      ...rest,
    })),
    groups_by: groups?.by ?? null,
    groups: (groups?.parts ?? []).map(({ name: group, then, now, data_revised, given }) => ({
      group,
      then,
      now,
      data_revised,
      given,
    })),
    known_reasons: changed.reasons.map(({ id, date, kind, status, reason, source }) => ({
      id,
      date,
      kind,
      status,
      reason: reason.trim(),
      source,
    })),
  };
}

function size({ split }: Changed['common'][number]): number {
  return split === null ? 0 : Math.abs(split.recipe + split.feed + split.data);
}
