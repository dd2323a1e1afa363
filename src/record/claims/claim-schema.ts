import { z } from 'zod';
import { isIsoDate } from '../../foundation/iso-date.ts';
import { CLAIM_KINDS } from './claim-types.ts';

const words = z.string({ error: 'must be text' }).trim().min(1, 'must not be empty');

export const claimSchema = z
  .strictObject({
    id: words.regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'must be lower-case words joined by hyphens'),
    paragraph: z
      .string({ error: 'must be a paragraph number in quotes, such as "2.1"' })
      .trim()
      .min(1, 'must not be empty'),
    text: words,
    kind: z.enum(CLAIM_KINDS, { error: `must be one of ${CLAIM_KINDS.join(', ')}` }),
    question: words.nullable(),
    needs: words.optional(),
    note: words.optional(),
  })
  .refine((claim) => claim.question !== null || claim.needs !== undefined, {
    path: ['needs'],
    message:
      'must say, where there is no question, which data a check would require or why there is nothing to check',
  });

export const catalogueSchema = z.strictObject({
  record: z.string().refine(isIsoDate, 'must be a date in quotes or not, such as 2023-08-31'),
  claims: z.array(claimSchema).min(1, 'must hold at least one claim'),
});
