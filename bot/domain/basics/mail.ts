/** Keys of rows are made of addresses: 64 characters before the @, as RFC 5321 has it, and no blanks or controls. */
const MAIL =
  /^[^\s@<>()[\],;:"\p{C}]{1,64}@[^\s@<>()[\],;:"/\\#?%!\p{C}]+\.[^\s@<>()[\],;:"./\\#?%!\p{C}]+$/u;

/** `o’neil@…`, as a phone or a word processor writes it, is `o'neil@…`. */
export const asciiApostrophes = (address: string): string => address.replace(/[‘’ʼ]/gu, "'");

export const isMail = (text: string): boolean => MAIL.test(text);
