// What is known of a word is asked many times of the same words: answers are remembered, and forgotten all at once
// before they grow too many, so that memory stays flat however long the stream of articles.
const MOST = 20_000;

export function remembered<T>(answer: (word: string) => T): (word: string) => T {
  const known = new Map<string, T>();
  return (word) => {
    let found = known.get(word);
    if (found === undefined) {
      found = answer(word);
      if (known.size >= MOST) known.clear();
      known.set(word, found);
    }
    return found;
  };
}
