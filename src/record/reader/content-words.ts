import stopWords from './stop-words.json' with { type: 'json' };

const STOP = new Set(stopWords);

/** The words that carry a sentence's meaning, once each: lower case, common words out, plain endings (-s, -ed, -ing) off. */
export function contentWords(text: string): string[] {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return [...new Set(words.filter((word) => !STOP.has(word)).map(stem))];
}

function stem(word: string): string {
  return word.length <= 4 ? word.replace(/s$/, '') : word.replace(/(?:ing|ed|es|s|e)$/, '');
}
