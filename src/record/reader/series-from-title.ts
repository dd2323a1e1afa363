import { findDates } from './spoken-date.ts';

const NOISE = [
  /\b(?:draft|final|agreed)\b/gi,
  /\b(?:the\s+)?(?:minutes|record|notes?)\b(?:\s+(?:of|from))?(?:\s+the)?/gi,
  /\b(?:meeting|held|on)\b(?:\s+(?:of|on|held|at).*)?/gi,
  /\b(?:\d{1,2}(?:st|nd|rd|th)|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\w+teenth|\w*twent\S+)\b/gi,
];

/** The series that a meeting's title names: "Transparency Board Minutes - 11th January 2011" → "Transparency Board". */
export function seriesFromTitle(title: string): string {
  let rest = title;
  for (const found of findDates(title)) rest = rest.replace(found.text, ' ');
  for (const pattern of NOISE) rest = rest.replace(pattern, ' ');
  const series = rest
    .replace(/\b(?:from|of|at)\s*$/i, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[\s:,–—-]+|[\s:,–—-]+$/g, '');
  return series === '' ? title : series;
}
