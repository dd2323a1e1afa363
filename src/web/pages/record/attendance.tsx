import type { Attendee } from '../../../record/index.ts';
import type { Html } from '../../components/html.ts';

/** Who attended, by body, in the record's voice. */
export function Attendance({
  attendance,
  apologies,
}: {
  readonly attendance: readonly Attendee[];
  readonly apologies: readonly Attendee[];
}): Html {
  if (attendance.length + apologies.length === 0) return <></>;
  return (
    <section aria-labelledby="attendance">
      <h2 class="govuk-heading-m" id="attendance">
        Who attended
      </h2>
      <dl class="attendance record-words">
        <Bodies people={attendance} />
        {apologies.length > 0 && (
          <>
            <dt>Apologies</dt>
            <dd>{apologies.map(nameOf).join('; ')}</dd>
          </>
        )}
      </dl>
    </section>
  );
}

function Bodies({ people }: { readonly people: readonly Attendee[] }): Html {
  const bodies = Map.groupBy(people, ({ body, group }) => body ?? group ?? 'Present');
  return (
    <>
      {[...bodies].map(([body, own]) => (
        <>
          <dt>{body}</dt>
          <dd>{own.map(nameOf).join('; ')}</dd>
        </>
      ))}
    </>
  );
}

function nameOf({ name, role }: Attendee): string {
  return [name, role].filter((part) => part !== null).join(', ') || 'unnamed';
}
