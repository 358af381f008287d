import { shortened } from './importCells.ts';
import { plainLetters } from './importColumns.ts';

/** What is asked of nobody here, wherever it stands in a name; without accents, in the languages named beside. */
const ANYWHERE = [
  // age and birth: English, German, French, Spanish, Portuguese, Italian
  'birth|geburt|geboren|naissance|nacimiento|nascimento|nascita|cumpleanos|compleanno|anniversaire',
  'agegroup|agerange|agebracket|altersband|alterskat|altersbereich|altersspanne|leeftijd|gebdat|geboorte|dateofb',
  '年齢|年代|生年|誕生|世代|性別|国籍|宗教|障害|人種|العمر|السن|الميلاد|الجنس|الديانة|الإعاقة',
  'geslacht|altersgruppe|altersklasse|altersstufe|lebensalter|lebensjahr|jahrgang|faixaetaria|grupoetario',
  'generation|generacion|generazion|geracao|millennial|babyboomer',
  // sex
  'gender|geschlecht|anrede|civilite|pronoun|pronom|sexual',
  // health and disability
  'health|gesundheit|krank|maladie|enfermedad|doenca|malattia|pregnan|schwanger|grossesse|embaraz|gravidez|gravidanza',
  'disab|behinder|handicap|discapaci|incapacid|minusval|deficien|invalidit|invalidez|invaliditat',
  // belief
  'religi|konfession|confession|weltanschauung|politicalopinion|politicalview|parteizugehorigkeit',
  // origin and nationality
  'ethni|etnia|etnic|herkunft|abstammung|migrationshintergrund|hautfarbe|skincolo',
  'nationalit|nacionalid|nazionalit|staatsangeh|staatsburger|citizenship|citoyennete|ciudadania|cidadania|cittadinanza',
  // union and photo
  'tradeunion|laborunion|labourunion|unionmember|gewerkschaft|syndic|sindica|sindaca',
  'photo|foto|lichtbild|passbild|profilbild|profilepicture|headshot|portrait',
];
/** Short words count only when they stand alone. */
const ALONE = [
  'ages?|aged|dob|yob|bday|born|geschl|salutation|alter|geb|nee?\\(?e?\\)? le|nacid[oa]|nascid[oa]|nat[oa]|edad|edades|idade|eta',
  'sex|sexe|sexo|sesso|genre|genero|genere',
  'illness|disease|medical|sante|salud|saude|salute|gdb|rqth',
  'belief|faith|denomination|glaube|croyances?|creencias?|crenca|credo',
  'origin|origine|origen|origem|race|rasse|raza|raca|razza|citizen',
  'union|picture|bild|image|imagen|imagem|immagine|retrato|avatar',
];

const NEVER_KEPT = new RegExp(ANYWHERE.join('|'), 'u');
const NEVER_KEPT_ALONE = new RegExp(`(?<!\\p{L})(?:${ALONE.join('|')})(?!\\p{L})`, 'u');

const MAX_IGNORED = 20;

/** The first columns that are of no use; those that are never kept before the others: they are said whatever else stands there. */
export const firstIgnored = (names: readonly string[]): string[] =>
  [...names.filter(isNeverKept), ...names.filter((name) => !isNeverKept(name))]
    .slice(0, MAX_IGNORED)
    .map(shortened);

/** A column of age, birth, generation, sex, health, belief, origin, union or photo, by its name. */
export function isNeverKept(header: string): boolean {
  const whole = plainLetters(header);
  const words = plainLetters(header.replace(/(?<=\p{Ll})(?=\p{Lu})/gu, ' '));
  return (
    NEVER_KEPT.test(words.replace(/[^\p{L}\p{N}]/gu, '')) ||
    [whole, words].some((text) => NEVER_KEPT_ALONE.test(text))
  );
}
