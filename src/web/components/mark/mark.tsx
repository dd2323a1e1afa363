import { classNames } from '../attributes.ts';
import type { Children, Html } from '../html.ts';
import shapes from './shapes.json' with { type: 'json' };

/** A shape, drawn rather than typed: not every font has ▲ ◈ ↻, and a missing glyph would be a missing meaning. */
export type MarkShape = keyof typeof shapes;

/** What a mark's colour says. The shape says it too. */
export type MarkTone = 'concern' | 'improvement' | 'neutral' | 'common' | 'ink';

export interface MarkProps {
  readonly shape: MarkShape;
  readonly tone: MarkTone;
}

/** A small shape the size of the words beside it. It is hidden from screen readers, so words must stand beside it. */
export function Mark({ shape, tone }: MarkProps): Html {
  const paths: { readonly fill?: string; readonly line?: string } = shapes[shape];
  return (
    <svg
      class={classNames('mark', `mark--${tone}`)}
      viewBox="0 0 16 16"
      width="13"
      height="13"
      aria-hidden="true"
      focusable="false"
    >
      {paths.line && <path class="mark__line" d={paths.line} />}
      {paths.fill && <path class="mark__fill" d={paths.fill} />}
    </svg>
  );
}

/** A mark and its words: the only way in which marks are shown. */
export function MarkedWords({ shape, tone, children }: MarkProps & { readonly children: Children }): Html {
  return (
    <span class="marked-words">
      <Mark shape={shape} tone={tone} />
      <span>{children}</span>
    </span>
  );
}
