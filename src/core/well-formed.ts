// Text that any database and any file can hold: half a surrogate pair stands for nothing, and its bytes are no UTF-8.

/** Each lone surrogate becomes one U+FFFD, so every offset still counts the same. */
export const wellFormed = (text: string): string => text.replace(/\p{Surrogate}/gu, '\uFFFD');
