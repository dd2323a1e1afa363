import type { AboutMethod } from './about.ts';

export const aboutOutcomeTest: AboutMethod = {
  method: 'outcome-test',
  title: 'Outcome test',
  answers: 'Are searches of one group less often right (something is found) than searches of another?',
  formula:
    'Hit rate = hits ÷ searches with Wilson’s interval; difference from the reference with Newcombe’s. With areas: Mantel–Haenszel difference Σ(a·m − b·n)/N ÷ Σ n·m/N, Sato’s variance.',
  assumptions: ['A find means the same for every group.', 'Searches are independent of each other.'],
  notWhen: [
    'As proof of bias either way: a lower hit rate is a sign of a lower bar only if the groups’ risks are spread alike (inframarginality): see threshold.',
    'When finds are recorded differently between groups or areas.',
  ],
  sources: [
    'Becker (1957), The Economics of Discrimination',
    'Knowles, Persico & Todd (2001), Journal of Political Economy 109, 203–229',
    'Newcombe (1998), Statistics in Medicine 17, 873–890',
    'Sato (1989), Biometrics 45, 1323–1324',
  ],
  checkedWith: ['metafor::rma.mh(measure = "RD")', 'Newcombe’s table II'],
  version: '1',
};
