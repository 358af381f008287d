export const COLUMNS = ['name', 'mail', 'directoryId', 'role', 'manager', 'department', 'location'] as const;
export type Column = (typeof COLUMNS)[number];

/**
 * How people's spreadsheets name our columns, the likeliest first: letters and digits only, lower case, without
 * accents; in English, German, French, Spanish, Portuguese and Italian.
 */
const HEADERS: Record<Column, readonly string[]> = {
  name: [
    ...['name', 'fullname', 'displayname', 'person', 'vollername', 'vollstandigername', 'anzeigename'],
    ...['nomcomplet', 'nometprenom', 'prenometnom', 'nomprenom', 'prenomnom', 'nombrecompleto'],
    ...['nombreyapellidos', 'nombreapellidos', 'nomecompleto', 'nomeecognome', 'nomecognome'],
    ...['nom', 'nombre', 'nome', 'employee', 'employeename', 'mitarbeiter', 'mitarbeitername'],
  ],
  mail: [
    ...['mail', 'email', 'mailaddress', 'emailaddress', 'upn', 'userprincipalname', 'useremail', 'workemail'],
    ...['businessemail', 'companyemail', 'primaryemail', 'mailadresse', 'emailadresse', 'dienstlicheemail'],
    ...['geschaftlicheemail', 'courriel', 'adressemail', 'adresseemail', 'adressecourriel'],
    ...['adresseelectronique', 'emailprofessionnel', 'mailprofessionnel', 'correo', 'correoelectronico'],
    ...[
      'direcciondecorreo',
      'direcciondecorreoelectronico',
      'direccionemail',
      'indirizzoemail',
      'enderecodeemail',
    ],
  ],
  directoryId: [
    ...['directoryid', 'objectid', 'entraid', 'entraobjectid', 'aadobjectid', 'azureadid', 'azureadobjectid'],
    ...['verzeichnisid', 'objektid', 'entraobjektid', 'idobjet', 'iddobjet', 'idannuaire', 'iddeobjeto'],
    ...['iddeldirectorio', 'iddirectorio'],
  ],
  role: [
    ...['role', 'part', 'takespartas', 'rolle', 'programmrolle', 'nimmtteilals', 'participeentantque'],
    ...['rol', 'papel', 'participacomo', 'ruolo'],
  ],
  manager: [
    ...['manager', 'managermail', 'manageremail', 'managerupn', 'managerid', 'managerobjectid', 'reportsto'],
    ...['linemanager', 'supervisor', 'vorgesetzter', 'vorgesetzte', 'vorgesetztemail', 'emailvorgesetzter'],
    ...['fuhrungskraft', 'fuehrungskraft', 'berichtetan', 'responsable', 'responsablehierarchique'],
    ...['superieur', 'superieurhierarchique', 'manageur', 'jefe', 'jefa', 'jefedirecto', 'supervisora'],
    ...['responsabile', 'gestor', 'gestora'],
  ],
  department: [
    ...['department', 'dept', 'team', 'unit', 'businessunit', 'division', 'abteilung', 'bereich'],
    ...[
      'fachbereich',
      'organisationseinheit',
      'departement',
      'service',
      'direction',
      'equipe',
      'departamento',
    ],
    ...['area', 'unidad', 'equipo', 'dipartimento', 'reparto'],
  ],
  location: [
    ...['location', 'office', 'officelocation', 'city', 'site', 'standort', 'ort', 'arbeitsort', 'dienstort'],
    ...['buro', 'buero', 'stadt', 'niederlassung', 'lieu', 'lieudetravail', 'ville', 'bureau', 'ubicacion'],
    ...['oficina', 'ciudad', 'sede', 'localidad', 'localidade', 'cidade', 'escritorio', 'citta'],
  ],
};

/** A directory id where its values are some, else a number of the company's own. */
const VAGUE_IDS = ['id', 'userid'];

/** A name in two columns: what stands first and what stands last. */
const GIVEN = ['firstname', 'givenname', 'forename', 'vorname', 'rufname', 'prenom', 'nombredepila'];
const FAMILY = [
  ...[
    'lastname',
    'familyname',
    'surname',
    'nachname',
    'familienname',
    'nomdefamille',
    'apellidos',
    'apellido',
  ],
  ...['cognome', 'sobrenome', 'apelido'],
];
/** Alone they are the whole name; beside a given name they are the family name, beside a family name the given one. */
const WHOLE_OR_FAMILY = ['name', 'nom'];
const WHOLE_OR_GIVEN = ['nombre', 'nome'];

/** Lower case and without accents, as far as letters have any. */
export const plainLetters = (text: string): string =>
  text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('ß', 'ss');

const bare = (text: string): string => plainLetters(text).replace(/[^\p{L}\p{N}]/gu, '');

export interface Header {
  /** Where each column we know stands. */
  at: Partial<Record<Column, number>>;
  /** Where the given name stands, when `name` is the family name alone. */
  givenName?: number;
  /** The directory id stands under a name that may mean something else. */
  isIdVague: boolean;
  /** Header names we have no use for, as written. */
  ignored: string[];
  /** Header names that stand there twice. */
  twice: string[];
}

/** Finds our columns among the names of a header line, whatever their case, blanks, accents and hyphens. */
export function readHeader(cells: readonly string[]): Header {
  const names = cells.map(bare);
  const firsts = new Map<string, number>();
  names.forEach((name, n) => {
    if (!firsts.has(name)) firsts.set(name, n);
  });
  const find = (words: readonly string[]) => {
    const known = words.find((word) => firsts.has(word));
    return known === undefined ? undefined : firsts.get(known);
  };
  const at: Header['at'] = {};
  for (const column of COLUMNS) {
    const first = find(HEADERS[column]);
    if (first !== undefined) at[column] = first;
  }
  const sure = at.directoryId;
  const vague = sure ?? find(VAGUE_IDS);
  if (vague !== undefined) at.directoryId = vague;
  const parts = nameInParts(find, names[at.name ?? -1]);
  if (parts) at.name = parts.family;
  const used = new Set([...Object.values(at), ...(parts ? [parts.given] : [])]);
  const isTwice = (n: number) => !used.has(n) && used.has(firsts.get(names[n] ?? '') ?? -1);
  return {
    at,
    ...(parts && { givenName: parts.given }),
    isIdVague: sure === undefined && vague !== undefined,
    ignored: cells.filter((cell, n) => cell !== '' && !used.has(n) && !isTwice(n)),
    twice: cells.filter((_, n) => isTwice(n)),
  };
}

/** Where the two parts of a name stand, unless a column says that it holds the whole. */
function nameInParts(
  find: (words: readonly string[]) => number | undefined,
  name: string | undefined,
): { given: number; family: number } | undefined {
  const isEither = name === undefined || [...WHOLE_OR_FAMILY, ...WHOLE_OR_GIVEN].includes(name);
  const family = find(FAMILY);
  const given = find(GIVEN) ?? (family === undefined ? undefined : find(WHOLE_OR_GIVEN));
  const last = family ?? find(WHOLE_OR_FAMILY);
  return isEither && given !== undefined && last !== undefined ? { given, family: last } : undefined;
}
