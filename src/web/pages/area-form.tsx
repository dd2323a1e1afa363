import { Button } from '../components/button/button.tsx';
import type { Html } from '../components/html.ts';
import { Select } from '../components/select/select.tsx';

/** A way to another area that needs no script: a plain form that asks for the same page. `children` are more fields. */
export function AreaForm({
  action,
  area,
  areas,
  children,
}: {
  readonly action: string;
  readonly area: string;
  readonly areas: readonly string[];
  readonly children?: Html | undefined;
}): Html {
  return (
    <form class="area-form" action={action} method="get">
      <Select
        id="area"
        name="area"
        label={{ text: 'Area' }}
        value={area}
        items={areas.map((name) => ({ value: name, text: name }))}
      />
      {children}
      <Button text="Show" classes="govuk-button--secondary" />
    </form>
  );
}
