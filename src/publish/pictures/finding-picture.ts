import { comparisonPicture } from './comparison-picture.ts';
import { monthlyPicture } from './monthly-picture.ts';
import type { Picture, Pictured } from './picture.ts';
import { rankPicture } from './rank-picture.ts';
import { surveyPicture } from './survey-picture.ts';

/**
 * The picture that shows what a finding says, from the same figures: dots beside an average, a line over time, areas in
 * their order. Null where nothing is held to draw.
 */
export async function findingPicture(pictured: Pictured): Promise<Picture | null> {
  const { context, question, finding } = pictured;
  if (finding.verdict === 'no-data') return null;
  if (question.kind === 'compare') return comparisonPicture(pictured);
  if (question.kind === 'rank') return rankPicture(pictured);
  const { feeds } = context.measures.require(question.measure);
  const survey = feeds.some((feed) => feed.kind === 'table' && feed.value !== null);
  return survey ? surveyPicture(pictured) : monthlyPicture(pictured);
}
