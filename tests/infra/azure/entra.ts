/** Those who may sign people in without asking: learn, "Configure your tab app in Microsoft Entra ID". */
const CLIENTS = {
  'Teams on desktop and phone': '1fec8e78-bce4-4aaf-ab1b-5451cc387264',
  'Teams in the browser': '5e3ce6c0-2b1f-4285-8d4b-75ee78787346',
  'Microsoft 365 in the browser': '4765445b-32c6-49b0-83e6-1d93765276ca',
  'Microsoft 365 on the desktop': '0ec893e0-5785-4de6-99da-4ed124e5296c',
  'Microsoft 365 on the phone, Outlook on the desktop': 'd3590ed6-52b3-4102-aeff-aad2292ab01c',
  'Outlook in the browser': 'bc59ab01-8403-45c6-8796-ac3ef710b3e3',
  'Outlook on the phone': '27922004-5251-4030-b22d-91ecd9a37ea4',
};
const ROLES = ['Champion', 'Sponsor'];
const CLAIMS = ['email', 'upn'];
const SCOPE = 'access_as_user';

/** An application in the format of Microsoft Graph, as far as we use it. */
export interface EntraApp {
  appId: string;
  displayName: string;
  signInAudience: string;
  identifierUris: string[];
  api: {
    requestedAccessTokenVersion: number;
    oauth2PermissionScopes: { id: string; value: string; type: string; isEnabled: boolean }[];
    preAuthorizedApplications: { appId: string; delegatedPermissionIds: string[] }[];
  };
  optionalClaims: { accessToken: { name: string }[] };
  appRoles: { id: string; value: string; allowedMemberTypes: string[]; isEnabled: boolean }[];
}

const same = (some: readonly string[], others: readonly string[]): boolean =>
  JSON.stringify(some.toSorted()) === JSON.stringify(others.toSorted());

/** What would keep people from signing in, or from their role, one sentence each. */
export function entraProblems(app: EntraApp, web: { id: string; resource: string }): string[] {
  const { api, appRoles, optionalClaims } = app;
  const [scope] = api.oauth2PermissionScopes;
  const ids = [...api.oauth2PermissionScopes, ...appRoles].map(({ id }) => id);
  const rules: [boolean, string][] = [
    [app.signInAudience === 'AzureADMyOrg', 'People of other tenants could sign in.'],
    [app.appId === web.id, 'It is another application than the manifest names.'],
    [same(app.identifierUris, [web.resource]), 'The manifest asks for another resource.'],
    [api.requestedAccessTokenVersion === 2, 'Its tokens are of version 1, which the server refuses.'],
    [
      api.oauth2PermissionScopes.length === 1 &&
        scope?.value === SCOPE &&
        scope.isEnabled &&
        scope.type === 'User',
      `People must be able to consent to ${SCOPE}, and to nothing else.`,
    ],
    [
      same(
        appRoles.map(({ value }) => value),
        ROLES,
      ),
      `Its roles must be ${ROLES.join(' and ')}.`,
    ],
    [
      appRoles.every(({ isEnabled, allowedMemberTypes }) => isEnabled && same(allowedMemberTypes, ['User'])),
      'Every role must be on, and for people alone.',
    ],
    [
      same(
        optionalClaims.accessToken.map(({ name }) => name),
        CLAIMS,
      ),
      `Its tokens must say ${CLAIMS.join(' and ')}, which may differ.`,
    ],
    [new Set(ids).size === ids.length, 'Two of its parts have one id.'],
  ];
  const given = new Map(api.preAuthorizedApplications.map((one) => [one.appId, one.delegatedPermissionIds]));
  const clients = Object.entries(CLIENTS).flatMap(([name, id]) =>
    given.get(id)?.includes(scope?.id ?? '') ? [] : [`${name} may not sign people in.`],
  );
  const strangers = [...given.keys()].filter((id) => !Object.values(CLIENTS).includes(id));
  return [
    ...rules.filter(([isRight]) => !isRight).map(([, sentence]) => sentence),
    ...clients,
    ...strangers.map((id) => `${id} may sign people in, and nobody knows who that is.`),
  ];
}
