import type { JudgedRun } from './judged-run.ts';
import { monthInWords } from './words.ts';

/** What a chart of a run says below it of the periods that are left out, from one day to another: a sentence each. */
export function leftOutNotes({ leftOut, doubtful }: JudgedRun, from: string, to: string): string[] {
  return [
    ...leftOut
      .filter(({ date, until }) => date <= to && (until ?? '') >= from)
      .map(({ date, reason }) => `Left out, ${monthInWords(date)}: ${firstSentence(reason)}`),
    ...doubtful
      .filter((each) => each.from >= from && each.from <= to)
      .map(
        (each) =>
          `Left out, ${monthInWords(each.from)}, because its data fail a check. ${each.doubts?.find(({ left_out: out }) => out)?.seen ?? ''}`,
      ),
  ];
}

function firstSentence(text: string): string {
  return /^.*?\.(?=\s|$)/.exec(text)?.[0] ?? text;
}
