import connector from 'botframework-connector';
import type { Config } from '../../config.ts';

/**
 * The bot's proof towards Entra without a secret: a token of the managed identity, which its application trusts by a
 * federated credential (issuer: the tenant, subject: the identity's principal, audience: api://AzureADTokenExchange).
 * Undefined where a password is set. Whether the credential is there shows with the first answer: AADSTS70021.
 */
export const federatedCredentials = ({ appId, tenantId, identityClientId }: Config['bot']) =>
  identityClientId
    ? new connector.FederatedServiceClientCredentialsFactory(appId, identityClientId, tenantId)
    : undefined;
