import type { Html } from '../components/html.ts';
import { ServiceNavigation } from '../components/service-navigation/service-navigation.tsx';
import { SECTIONS, type Section } from './sections.ts';

/** The program's name, its sections, and which workspace the reader is in. */
export function PageHeader({
  current,
  exact,
  workspaceName,
}: {
  readonly current: Section | undefined;
  readonly exact: boolean;
  readonly workspaceName: string;
}): Html {
  return (
    <header class="page-header">
      <ServiceNavigation
        serviceName="Scrutineer"
        serviceUrl="/"
        ariaLabel="Scrutineer"
        navigationLabel="Sections"
        // Five short words fit on a phone, so nothing is hidden behind a menu.
        collapseNavigationOnMobile={false}
        navigation={SECTIONS.map(({ id, label, href }) => ({
          text: label,
          href,
          current: id === current && exact,
          active: id === current,
        }))}
        slots={{ end: { html: <p class="page-header__workspace">{workspaceName}</p>, align: 'inline' } }}
      />
    </header>
  );
}
