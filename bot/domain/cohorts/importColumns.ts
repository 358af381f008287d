export const COLUMNS = [
  ...(['name', 'mail', 'directoryId', 'role', 'manager', 'department', 'location'] as const),
  ...(['leave', 'leaveEnd'] as const),
] as const;
export type Column = (typeof COLUMNS)[number];

/**
 * How people's spreadsheets name our columns, the likeliest first: letters and digits only, lower case, without
 * accents; in English, German, French, Spanish, Portuguese, Italian, Dutch, Polish and Czech.
 */
export const HEADERS: Record<Column, readonly string[]> = {
  name: [
    ...['name', 'fullname', 'displayname', 'person', 'vollername', 'vollstandigername', 'anzeigename'],
    ...['nomcomplet', 'nometprenom', 'prenometnom', 'nomprenom', 'prenomnom', 'nombrecompleto'],
    ...['nombreyapellidos', 'nombreapellidos', 'nomecompleto', 'nomeecognome', 'nomecognome'],
    ...['lastnamefirstname', 'firstnamelastname', 'nachnamevorname', 'vornamenachname', 'namevorname'],
    ...[
      'volledigenaam',
      'naam',
      'imieinazwisko',
      'nazwiskoiimie',
      'jmenoaprijmeni',
      'prijmeniajmeno',
      'nominativo',
    ],
    ...['nom', 'nombre', 'nome', 'employeename', 'employee', 'mitarbeitername', 'mitarbeiter', 'worker'],
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
    ...[
      'emailadres',
      'mailadres',
      'adresemail',
      'emailovaadresa',
      'postaelettronica',
      'indirizzodipostaelettronica',
    ],
  ],
  directoryId: [
    ...['directoryid', 'objectid', 'entraid', 'entraobjectid', 'aadobjectid', 'azureadid', 'azureadobjectid'],
    ...['verzeichnisid', 'objektid', 'entraobjektid', 'idobjet', 'iddobjet', 'idannuaire', 'iddeobjeto'],
    ...['iddeldirectorio', 'iddirectorio'],
  ],
  role: [
    ...['role', 'part', 'takespartas', 'rolle', 'programmrolle', 'nimmtteilals', 'participeentantque'],
    ...['rol', 'papel', 'participacomo', 'ruolo', 'funcao', 'rola'],
  ],
  manager: [
    ...[
      'managermail',
      'manageremail',
      'managerupn',
      'managerobjectid',
      'vorgesetztemail',
      'emailvorgesetzter',
    ],
    ...['manager', 'managername', 'reportsto', 'reportingto', 'managerid'],
    ...['linemanager', 'supervisor', 'vorgesetzter', 'vorgesetzte', 'vorgesetzten'],
    ...['fuhrungskraft', 'fuehrungskraft', 'berichtetan', 'responsable', 'responsablehierarchique'],
    ...['superieur', 'superieurhierarchique', 'manageur', 'jefe', 'jefa', 'jefedirecto', 'supervisora'],
    ...['responsabile', 'gestor', 'gestora', 'leidinggevende', 'przelozony', 'przelozona', 'nadrizeny'],
  ],
  department: [
    ...['department', 'dept', 'abteilung', 'afdeling', 'dzial', 'oddeleni', 'bereich'],
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
    ...['division', 'businessunit', 'supervisoryorganization', 'unit', 'team'],
  ],
  location: [
    ...['location', 'office', 'officelocation', 'city', 'site', 'standort', 'ort', 'arbeitsort', 'dienstort'],
    ...['buro', 'buero', 'stadt', 'niederlassung', 'lieu', 'lieudetravail', 'ville', 'bureau', 'ubicacion'],
    ...['oficina', 'ciudad', 'sede', 'localidad', 'localidade', 'cidade', 'escritorio', 'citta'],
    ...['locatie', 'vestiging', 'lokalizacja', 'lokalita', 'pracoviste'],
  ],
  leave: [
    ...[
      'onleaveuntil',
      'leaveuntil',
      'awayuntil',
      'absentuntil',
      'backfromleave',
      'backfromleaveon',
      'backon',
    ],
    ...['leavereturndate', 'returnfromleave', 'returnfromleavedate', 'returndate', 'zuruckam', 'zurueckam'],
    ...['ruckkehrdatum', 'ruckkehram', 'ruckkehr', 'deretourle', 'datederetour', 'vuelveel'],
    ...['fechaderegreso', 'fechadevuelta', 'fechaderetorno'],
  ],
  // “Bis”, “jusqu’au” and “hasta” name a day that still belongs to the leave.
  leaveEnd: [
    ...['leaveenddate', 'leaveend', 'endofleave', 'lastdayofleave', 'lastdayaway', 'absenceenddate'],
    ...['absenceend', 'endofabsence', 'abwesenheitsende', 'endederabwesenheit', 'abwesendbis'],
    ...['abwesenheitbis', 'letzterabwesenheitstag', 'findabsence', 'findelabsence', 'datedefindabsence'],
    ...['absentjusquau', 'absencejusquau', 'dernierjourdabsence', 'findeausencia', 'findelaausencia'],
    ...['fechafindeausencia', 'ausentehasta', 'ultimodiadeausencia'],
  ],
};

/** A directory id where its values are some, else a number of the company's own. */
export const VAGUE_IDS = ['id', 'userid'];

/** A name in two columns: what stands first and what stands last. */
export const GIVEN = [
  'firstname',
  'givenname',
  'forename',
  'vorname',
  'rufname',
  'prenom',
  'nombredepila',
  'voornaam',
  'imie',
  'jmeno',
];
export const FAMILY = [
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
  ...['cognome', 'sobrenome', 'apelido', 'achternaam', 'nazwisko', 'prijmeni'],
];
/** What stands between the two: `van der`. */
export const BETWEEN = [
  'tussenvoegsel',
  'voorvoegsel',
  'voorvoegsels',
  'namenszusatz',
  'namensvorsatz',
  'vorsatzwort',
];
/** Alone they are the whole name; beside a given name they are the family name, beside a family name the given one. */
export const WHOLE_OR_FAMILY = ['name', 'nom'];
export const WHOLE_OR_GIVEN = ['nombre', 'nome'];

/** Lower case and without accents, as far as letters have any. */
export const plainLetters = (text: string): string =>
  text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('ß', 'ss').replaceAll('ł', 'l');
