const word = /^[\p{L}\p{N}\p{M}\p{Extended_Pictographic}]$/u;
const space = /^\s$/;
const opening = /^[([{<¿¡/=|*_~#@+&$€£（［｛【〔]$/;
const dash = /^[—–―‒]$/;
const ignorable = /^(?:\p{Cf}|\p{Variation_Selector})$/u;
const rightToLeft = /^[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC]$/;
const eastAsian = /^[\u2E80-\u303F\u3041-\u33FF\u3400-\u9FFF\uAC00-\uD7AF\uF900-\uFAFF\uFF01-\uFFEE]$/;
/** The class of one character; of "" (nothing there): space. A lone surrogate counts as a letter. */
export function classOf(character) {
    if (character === "" || space.test(character))
        return "space";
    if (word.test(character) || (character >= "\uD800" && character <= "\uDFFF"))
        return "word";
    if (dash.test(character))
        return "dash";
    return opening.test(character) ? "opening" : "punctuation";
}
/** Invisible: direction marks, joiners, soft hyphens, variation selectors. */
export function isIgnorable(character) {
    return character > "~" && ignorable.test(character);
}
export function isRightToLeft(character) {
    return rightToLeft.test(character);
}
/** Of a script that is written without spaces. */
export function isEastAsian(character) {
    return eastAsian.test(character);
}
export function isLetter(character) {
    return /^\p{L}$/u.test(character);
}
export function isUpperCase(character) {
    return /^\p{Lu}$/u.test(character);
}
export function isDigit(character) {
    return /^[\p{Nd}½¼¾⅛⅜⅝⅞⅓⅔]$/u.test(character);
}
