import { NEWEST } from '../lake/vintages.ts';
import { compare } from './compare.ts';
import type { EvidenceContext, Knowledge } from './context.ts';
import type { Finding } from './finding.ts';
import type { Question, QuestionKind } from './question.ts';
import { rank } from './rank.ts';
import { trend } from './trend.ts';
import { whatChanged } from './what-changed/what-changed.ts';

const ANSWERS: Readonly<
  Record<
    QuestionKind,
    (context: EvidenceContext, question: Question, knowledge: Knowledge) => Promise<Finding>
  >
> = { compare, trend, rank, 'what-changed': whatChanged };

/** Answers a question from what the lake holds, or from what it held in another vintage. */
export async function ask(
  context: EvidenceContext,
  question: Question,
  knowledge: Knowledge = { vintage: NEWEST },
): Promise<Finding> {
  return ANSWERS[question.kind](context, question, knowledge);
}
