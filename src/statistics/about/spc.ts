import type { AboutMethod } from './about.ts';

export const aboutSpc: AboutMethod = {
  method: 'spc',
  title: 'Statistical process control charts',
  answers:
    'Is this series only varying as it always does, or has something changed? Eight kinds of chart, three sets of rules, and a mode that allows for season, drift, memory and small counts before it judges.',
  formula:
    'XmR: centre = mean, limits = mean ± 2.66 × average moving range; moving ranges of 3.267 times the average or more are left out once (--no-screen keeps them). p, u, c: binomial or Poisson sigma; p′, u′: times the average moving range of z over 1.128; g: mean + 3√(ḡ(ḡ+1)), centre the median; t: XmR of x^(1/3.6). Rules nhs: outside; 7 rising or falling; 2 of 3 beyond two thirds of the limit with all 3 on one side; 7 on one side. --adjust auto: evidence (marginal likelihood) for one lasting change of level at an unknown time against none or a steady drift, averaged over seasons and memories as the series supports them; a single point by its studentised distance. How often an unchanged series shows as much is known by simulation; any signal in at most 5 % of them.',
  assumptions: [
    'The points follow each other at even steps; a missing one is a gap, and no range or run crosses it.',
    'Without --adjust auto: no season, no drift and no memory from point to point. Crime counts have all three.',
    'Limits from fewer than 12 points are trial limits.',
    'With --adjust auto: at most one lasting change; memory of first order, up to about 0.6. Changes of the last few points are looked for harder than old ones.',
  ],
  notWhen: [
    'The series is seasonal, drifts or remembers the month before, and --adjust auto is not used: then most signals are false.',
    'To compare places: use a funnel.',
    'As proof of a cause: a signal says that something changed, not what.',
  ],
  sources: [
    'Shewhart (1931); Wheeler (2000), Understanding Variation',
    'Making Data Count (NHS England); NHSRplotthedots 0.2.2',
    'Laney (2002), Quality Engineering 14, 531–537',
    'Anhøj & Olesen (2014), PLoS ONE 9, e113825',
    'Western Electric (1956), Statistical Quality Control Handbook',
    'Andrews & Ploberger (1994), Econometrica 62, 1383–1414 (average evidence for a change at an unknown time)',
    'Zellner (1986), in Bayesian Inference and Decision Techniques, 233–243 (g-prior of the season)',
  ],
  checkedWith: [
    'oracles/spc_oracle.R, point for point on 150 random series in webr',
    'NHSRplotthedots::ptd_spc snapshots',
    'qicharts2 c-chart and run-test limits',
    'Simulation of --adjust auto: bench/change.ts (false alarms and power)',
  ],
  version: '2',
};
