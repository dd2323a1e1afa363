import { ClaimBoard, toPublicClaim, type PublicClaim, type PublicJudgement } from '../evidence/index.ts';
import type { IsoDate } from '../foundation/iso-date.ts';
import { listRecords } from '../record/index.ts';
import { webServices } from '../web/services.ts';
import { addCommand, type CommandModule, type CommonOptions } from './command.ts';
import { toJson } from './output.ts';
import { parseDate } from './option-dates.ts';
import { fromServer } from './served-elsewhere.ts';
import { withRecords } from './with-records.ts';

interface ClaimsOptions extends CommonOptions {
  readonly record?: IsoDate;
  readonly check?: boolean;
}

export const claimsCommand: CommandModule = (program, context) => {
  addCommand(
    program,
    'claims',
    'the sentences of a record, and with --check what published figures say of each, then and now',
  )
    .option('--record <date>', 'date of the meeting; all records when left out', parseDate)
    .option('--check', 'judge each claim on the data held')
    .action(async (options: ClaimsOptions) => {
      const query = new URLSearchParams({
        ...(options.record === undefined ? {} : { record: options.record }),
        check: options.check ? '1' : '0',
      });
      const served = await fromServer(options.workspace, `/api/claims?${query.toString()}`);
      const claims =
        served === null
          ? await readClaims(options)
          : (JSON.parse(served) as { claims: PublicClaim[] }).claims;
      context.terminal.out(options.json ? toJson({ claims }) : claims.map(describe).join('\n'));
    });

  async function readClaims({ workspace, record, check }: ClaimsOptions): Promise<PublicClaim[]> {
    return withRecords(workspace, 'scrutineer claims', context, async (app, store) => {
      const services = webServices(app, store, context.now);
      const board = new ClaimBoard(app);
      const dates = record === undefined ? (await listRecords(store)).map(({ date }) => date) : [record];
      const claims: PublicClaim[] = [];
      for (const date of dates) {
        for (const claim of await services.records.claims(date))
          claims.push(toPublicClaim(claim, check ? await board.check(claim) : null));
      }
      return claims;
    });
  }
};

function describe(claim: PublicClaim): string {
  const state = claim.state === null ? claim.kind : claim.state.replaceAll('-', ' ');
  const lines = [
    `${claim.paragraph}  [${state}${claim.data_revised ? ', data revised' : ''}]  ${claim.text}`,
  ];
  if (claim.then) lines.push(`      then  ${sideInWords(claim.then)}`);
  if (claim.now) lines.push(`      now   ${sideInWords(claim.now)}`);
  if (claim.state === 'cannot-be-checked' && claim.needs !== null) lines.push(`      needs ${claim.needs}`);
  return `${lines.join('\n')}\n`;
}

function sideInWords({ verdict, sentence }: PublicJudgement): string {
  return `${verdict.replace('-', ' ')}: ${sentence}`;
}
