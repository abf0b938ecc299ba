/**
 * Words in a block. The index knows in which block a run or a word stands, not at which word: the words themselves are
 * read again from the text. Larger blocks make the index smaller (a fifth of a bit a word for each doubling) and the
 * passages to be read longer; 64 words are a short paragraph.
 */
export const BLOCK = 64;
