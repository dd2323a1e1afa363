import type { AboutMethod } from '../../../analyse/index.ts';
import type { Html } from '../../components/html.ts';
import { Answer, HowWeKnow } from '../../layout/answer.tsx';
import { Page } from '../../layout/page.tsx';
import type { Frame } from '../frame.ts';
import pageMethods from './page-methods.json' with { type: 'json' };

/** The methods behind the pages, and every method that can be run on a file: formula, assumptions, when not to use it. */
export function MethodsPage({
  methods,
  frame,
}: {
  readonly methods: readonly AboutMethod[];
  readonly frame: Frame;
}): Html {
  return (
    <Page {...frame} title="Methods" current="methods">
      <h1 class="govuk-heading-l">Methods</h1>
      <Answer>
        {`${methods.length} methods, each with its formula, what it assumes and when not to use it. Their numbers are compared with R, which most analysts trust, before every release.`}
      </Answer>
      <section class="prose reading" aria-labelledby="on-pages">
        <h2 id="on-pages">How the pages judge</h2>
        {pageMethods.map(({ title, text }) => (
          <>
            <h3>{title}</h3>
            <p>{text}</p>
          </>
        ))}
      </section>
      <nav class="page-part" aria-labelledby="contents">
        <h2 class="govuk-heading-m" id="contents">
          Methods that can be run on any file
        </h2>
        <ul class="govuk-list method-list">
          {methods.map(({ method, title }) => (
            <li>
              <a class="govuk-link" href={`#${method}`}>
                {title}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {methods.map((method) => (
        <Method method={method} />
      ))}
      <HowWeKnow>
        <p class="govuk-body">
          Every statistic names its formula and its source where it is written, and its tests hold the numbers
          that R gave. What cannot be judged from the figures held is said to be so: too few points, a
          constant series, an empty group.
        </p>
      </HowWeKnow>
    </Page>
  );
}

function Method({ method }: { readonly method: AboutMethod }): Html {
  return (
    <section class="prose reading method" aria-labelledby={method.method}>
      <h2 id={method.method}>{method.title}</h2>
      <p>{method.answers}</p>
      <p class="formula">{method.formula}</p>
      <h3>It assumes</h3>
      <List items={method.assumptions} />
      <h3>Not when</h3>
      <List items={method.notWhen} />
      <h3>Sources, and what it was checked with</h3>
      <List items={[...method.sources, ...method.checkedWith]} />
      <p>
        <code>{`scrutineer analyse ${method.method} FILE.csv`}</code>{' '}
        <span class="quiet">version {method.version}</span>
      </p>
    </section>
  );
}

function List({ items }: { readonly items: readonly string[] }): Html {
  return (
    <ul>
      {items.map((item) => (
        <li>{item}</li>
      ))}
    </ul>
  );
}
