/** Where nothing was found because nobody has looked: the first look follows once the first bills are in. */
export const NOT_LOOKED = 'Not looked for yet';
