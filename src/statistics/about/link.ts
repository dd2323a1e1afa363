import type { AboutMethod } from './about.ts';

export const aboutLink: AboutMethod = {
  method: 'link',
  title: 'Linking two files',
  answers:
    'Which rows of two files are about the same person or event, for which groups does linking fail more often, and how far could that bend a figure taken from linked rows?',
  formula:
    'Each key of a pair agrees, nearly agrees (one slip, 1 apart, one day apart), or not; missing counts neither way. Fellegi–Sunter: P(match) from λ Π m ÷ (λ Π m + (1 − λ) Π u), with m, u and λ by EM over all pairs. Links: P ≥ --threshold (0.9), likeliest first, one counterpart a row. --block a+b,c: compare only pairs that agree on a and b, or on c (default: on any two keys, once there are more than 2 million pairs); the others are told by a random sample. one_sided: the likely counterpart went to a likelier row. Rates: Wilson. Bounds of a share (--share COLUMN=VALUE of the second file): every row not linked taken as without, then as with, it.',
  assumptions: [
    'Keys agree independently of each other, among matches and among others.',
    'A row has one counterpart at most.',
    'With one or two keys the data cannot tell how matches agree: give three or more.',
  ],
  notWhen: [
    'A common number exists: join on it.',
    'To decide about a single person: a link is a probability.',
    'expected_false_links is small only if the model holds: check with --truth on a sample.',
  ],
  sources: [
    'Fellegi & Sunter (1969), JASA 64, 1183–1210',
    'Winkler (1988), ASA Section on Survey Research Methods',
  ],
  checkedWith: ['Simulation with known m, u, λ and known pairs'],
  version: '1',
};
