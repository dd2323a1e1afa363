import type { AboutMethod } from './about.ts';

export const aboutThreshold: AboutMethod = {
  method: 'threshold',
  title: 'Threshold test',
  answers:
    'How likely must a find seem before a member of each group is searched? It asks what the outcome test cannot: whether the bar itself differs, where the groups’ risks may be spread differently.',
  formula:
    'A stopped person shows a sign, normal around 0, or around δ for those who carry something (a share φ of the stopped); who shows more than the cut c is searched. Searches of stops and hits of searches are binomial. logit φ = μ + group + area; log δ = ν + group + area; c normal around its group’s cut. Threshold = φ·f(c−δ) ÷ (φ·f(c−δ) + (1−φ)·f(c)), mean over areas weighted by stops; mean and quantiles of the posterior, by Hamiltonian Monte Carlo (four chains, seeded).',
  assumptions: [
    'Officers judge by one sign, and search whoever shows more than the cut.',
    'The sign is spread equally widely for those who carry something and those who do not.',
    'Groups and areas differ little in how many carry something and in how clearly it shows (priors of standard deviation 0.1 on the log scale, as Stanford’s); what is left goes into the cut.',
    'A find means the same for every group.',
  ],
  notWhen: [
    'For the level of the thresholds where groups and areas differ little: it then leans on the priors. The differences between groups are firmer.',
    'Where nothing is known of those stopped and not searched (the column stops is missing): the level of the thresholds then rests on what is usual elsewhere, and only their order on the data. The answer says stops_known: false.',
    'As proof of why thresholds differ: kinds of search (drugs, weapons) with bars of their own, unevenly met, make a difference too.',
    'When diagnostics.converged is false.',
    'With fewer than about five areas: the spread of the cuts is then guessed.',
  ],
  sources: [
    'Simoiu, Corbett-Davies & Goel (2017), Annals of Applied Statistics 11, 1193–1216',
    'Pierson, Corbett-Davies & Goel (2018), Fast threshold tests for detecting discrimination, AISTATS',
    'Pierson and others (2020), Nature Human Behaviour 4, 736–745',
    'Neal (2011), Handbook of Markov Chain Monte Carlo, chapter 5',
  ],
  checkedWith: [
    'thresholds that were put into simulated searches of 32 areas × 4 groups',
    'the published thresholds of the Stanford Open Policing Project for nine states',
  ],
  version: '1',
};
