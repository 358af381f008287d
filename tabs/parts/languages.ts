/** Languages offered to choose from, ISO 639-1. Their names come from the reader's browser. */
export const LANGUAGES: readonly string[] =
  `af am ar az be bg bn bs ca cs cy da de el en es et eu fa fi fr ga gl gu ha he hi hr hu hy id ig is it ja ka kk
  km kn ko ky lo lt lv mk ml mn mr ms mt my nb ne nl nn pa pl ps pt rm ro ru si sk sl so sq sr sv sw ta te th tl
  tr uk ur uz vi xh yo zh zu`.split(/\s+/);
