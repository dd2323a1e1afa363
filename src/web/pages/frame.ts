import type { WorkspaceKind } from '../../lake/workspace.ts';
import type { PageProps } from '../layout/page.tsx';
import type { WebServices } from '../services.ts';

/** What every page of a workspace says of itself, to be spread into `Page`. */
export type Frame = Pick<PageProps, 'illustrative' | 'workspaceName' | 'version'>;

const NAMES: Readonly<Record<WorkspaceKind, string>> = {
  opening: 'Opening workspace',
  illustrative: 'Illustrative workspace',
  own: 'Your workspace',
};

/** The workspace's name, whether it is made up, and the program's version. */
export function frameOf({ workspace, version }: Pick<WebServices['app'], 'workspace' | 'version'>): Frame {
  return {
    illustrative: workspace.kind === 'illustrative',
    workspaceName: NAMES[workspace.kind],
    version,
  };
}
