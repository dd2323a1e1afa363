import type { Html } from '../../components/html.ts';
import { SummaryList } from '../../components/summary-list/summary-list.tsx';
import { HowWeKnow } from '../../layout/answer.tsx';
import type { ClaimModel, Recipe, SideView } from './claim-model.ts';

/** The recipe of an answer: question, method, definition, and everything needed to run it again. */
export function RecipeSection({
  model,
  recipe,
}: {
  readonly model: ClaimModel;
  readonly recipe: Recipe;
}): Html {
  const { measure } = recipe;
  return (
    <HowWeKnow>
      <SummaryList
        rows={[
          { key: { text: 'Question' }, value: { html: <code>{recipe.question}</code> } },
          {
            key: { text: 'Method' },
            value: {
              html: (
                <>
                  <a class="govuk-link" href="/methods">
                    {upperFirst(recipe.method)}
                  </a>{' '}
                  ({recipe.methodVersion})
                </>
              ),
            },
          },
          {
            key: { text: 'Measure' },
            value: {
              html: (
                <>
                  <a class="govuk-link" href={`/measures/${measure.id}`}>
                    {measure.title}
                  </a>
                  . {measure.definition.trim()} <span class="quiet">{measure.standing}</span>
                </>
              ),
            },
          },
          { key: { text: 'Definition' }, value: { html: <code>{recipe.definitionVersion}</code> } },
          ...(model.note === null ? [] : [{ key: { text: 'Beware' }, value: { text: model.note } }]),
        ]}
      />
      <h3 class="govuk-heading-s" id="run-again">
        Run it again
      </h3>
      <p class="govuk-body">
        The check of this record, then and now:{' '}
        <code class="recipe-command">npx scrutineer claims --record {model.date} --check</code>
      </p>
      {model.then && <RunAgain label="Then" side={model.then} />}
      {model.now && <RunAgain label="Now" side={model.now} />}
      <p class="govuk-body-s">
        On the command line <code>ask</code> answers from the newest publication; “then” is judged on the
        first one that covers each period, which its JSON gives.
      </p>
    </HowWeKnow>
  );
}

function RunAgain({ label, side }: { readonly label: string; readonly side: SideView }): Html {
  return (
    <p class="govuk-body">
      {label} (
      <a class="govuk-link" href={side.api}>
        JSON<span class="govuk-visually-hidden"> of the answer: {label.toLowerCase()}</span>
      </a>
      ): <code class="recipe-command">npx scrutineer ask {side.question}</code>
    </p>
  );
}

function upperFirst(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}
