import { type Token } from "./token.ts";
export declare function isTitle(token: Token): boolean;
export declare function isParticle(token: Token): boolean;
export declare function isNotName(token: Token): boolean;
/** Whether a token can be a word of a name: capitalised and neither a function word nor a day or month. */
export declare function isNameWord(token: Token): boolean;
/** Whether these tokens, a name, may be a person's: no word of a place, body or paper among them. */
export declare function isPersonal(tokens: readonly Token[]): boolean;
/** Index after the name that starts at `at`, which is a name word; initials and particles inside it included. */
export declare function nameEnd(tokens: readonly Token[], at: number, limit: number): number;
/** Index of the first token of the name that ends with token `at`, which is a name word. */
export declare function nameStart(tokens: readonly Token[], at: number, floor: number): number;
/** Marrow's, pilots'. */
export declare function isPossessive(token: Token): boolean;
