import { readAsset } from '../../web/assets/asset-url.ts';
import { readManifest } from '../../web/assets/manifest.ts';

/**
 * The program's style sheet with its fonts inside it, for a file that must stand alone.
 * @throws NotFoundError when the assets have not been built
 */
export function inlineStyle(): string {
  // A byte order mark, right at the head of a file, inside a document would spoil the first rule.
  const css = readAsset('app.css')
    .toString('utf8')
    .replace(/^\uFEFF/, '');
  const names = new Map(Object.entries(readManifest()?.files ?? {}).map(([name, file]) => [file, name]));
  return css.replaceAll(/url\("?(fonts\/[^")]+)"?\)/g, (whole, file: string) => {
    const name = names.get(file);
    return name === undefined ? whole : `url(data:font/woff2;base64,${readAsset(name).toString('base64')})`;
  });
}
