import { randomUUID } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import {
  type CryptoKey,
  exportJWK,
  exportPKCS8,
  generateKeyPair,
  importPKCS8,
  type JWK,
  type JWTPayload,
  jwtVerify,
  SignJWT,
  UnsecuredJWT,
} from 'jose';
import type { Flaw } from '#local/contract.ts';
import { JsonFile } from '#local/control/jsonFile.ts';
import type { SeededPerson } from '#local/teams/people.ts';
import { BOT_APP_ID, CLIENT_ID, CONNECTOR_AUDIENCE, TENANT_ID } from '#local/teams/tenant.ts';

const ISSUER_PATH = '/local/issuer';
const TOKEN_SECONDS = 3600;

/**
 * The identity provider of the local Teams: Entra for tabs and bot, and the channel that calls the bot, in one.
 * Signs with RS256 and real time; its key stays in the data folder.
 */
export class Issuer {
  readonly url: string;
  /** What the bot shows to get a token for the connector. */
  readonly botSecret = randomUUID();
  readonly jwk: JWK;
  private readonly key: CryptoKey;
  private readonly strangerKey: CryptoKey;

  private constructor(origin: string, keys: { mine: CryptoKey; stranger: CryptoKey; jwk: JWK }) {
    this.url = `${origin}${ISSUER_PATH}`;
    this.key = keys.mine;
    this.strangerKey = keys.stranger;
    this.jwk = keys.jwk;
  }

  static async open(origin: string, dataDir: string | undefined): Promise<Issuer> {
    const kept = new JsonFile(dataDir, 'issuer.json', () => ({ pkcs8: '' }));
    if (!kept.value.pkcs8) {
      const made = await generateKeyPair('RS256', { extractable: true });
      kept.value.pkcs8 = await exportPKCS8(made.privateKey);
      kept.save();
    }
    const mine = await importPKCS8(kept.value.pkcs8, 'RS256', { extractable: true });
    const { kty, n, e } = await exportJWK(mine);
    const jwk = { kty, n, e, kid: 'local', use: 'sig', alg: 'RS256', endorsements: ['msteams'] } as JWK;
    const stranger = (await generateKeyPair('RS256')).privateKey;
    return new Issuer(origin, { mine, stranger, jwk });
  }

  /** An access token of the tabs as Entra v2 writes it, or one with exactly one flaw, by a clock so far ahead. */
  async tabToken(
    person: SeededPerson,
    flaw?: Flaw,
    aheadS = 0,
  ): Promise<{ token: string; realExpiresAt: string }> {
    const now = Math.floor(Date.now() / 1000) + aheadS;
    const expires = now + (flaw === 'expired' ? -600 : TOKEN_SECONDS);
    const claims: JWTPayload = {
      iss: flaw === 'issuer' ? `${this.url}/other` : this.url,
      aud: flaw === 'audience' ? randomUUID() : CLIENT_ID,
      tid: flaw === 'tenant' ? randomUUID() : TENANT_ID,
      oid: person.directoryId,
      sub: person.directoryId,
      name: person.name,
      preferred_username: person.signInName,
      ...(person.mail ? { email: person.mail } : {}),
      ver: '2.0',
      scp: flaw === 'scope' ? 'User.Read' : 'access_as_user',
      ...(person.roles.length > 0 ? { roles: person.roles } : {}),
      iat: expires - TOKEN_SECONDS,
      nbf: expires - TOKEN_SECONDS,
      exp: expires,
    };
    const key = flaw === 'key' ? this.strangerKey : this.key;
    const token = flaw === 'unsigned' ? new UnsecuredJWT(claims).encode() : await this.sign(claims, key);
    return { token, realExpiresAt: new Date(expires * 1000).toISOString() };
  }

  /** What the channel shows to the bot; `serviceUrl` is the connector that answers are sent to. */
  channelToken(serviceUrl: string): Promise<string> {
    return this.sign(this.forAnHour({ aud: BOT_APP_ID, serviceurl: serviceUrl }), this.key);
  }

  /** What the bot shows to the connector. */
  botToken(): Promise<string> {
    return this.sign(
      this.forAnHour({ aud: CONNECTOR_AUDIENCE, appid: BOT_APP_ID, tid: TENANT_ID }),
      this.key,
    );
  }

  async isBot(authorization: string | undefined): Promise<boolean> {
    const token = /^Bearer (.+)$/.exec(authorization ?? '')?.[1];
    if (!token) return false;
    const checked = jwtVerify(token, this.jwk, {
      issuer: this.url,
      audience: CONNECTOR_AUDIENCE,
      algorithms: ['RS256'],
    });
    return checked.then(
      ({ payload }) => payload.appid === BOT_APP_ID,
      () => false,
    );
  }

  private forAnHour(claims: JWTPayload): JWTPayload {
    const now = Math.floor(Date.now() / 1000);
    return { iss: this.url, iat: now, nbf: now - 60, exp: now + TOKEN_SECONDS, ...claims };
  }

  private sign(claims: JWTPayload, key: CryptoKey): Promise<string> {
    return new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid: 'local', typ: 'JWT' }).sign(key);
  }
}

/** OIDC discovery, keys, and the bot's token endpoint. */
export function issuerRoutes(front: FastifyInstance, issuer: Issuer): void {
  front.get(`${ISSUER_PATH}/.well-known/openid-configuration`, async () => ({
    issuer: issuer.url,
    jwks_uri: `${issuer.url}/keys`,
    token_endpoint: `${issuer.url}/token`,
    authorization_endpoint: `${issuer.url}/authorize`,
    id_token_signing_alg_values_supported: ['RS256'],
  }));
  front.get(`${ISSUER_PATH}/keys`, async () => ({ keys: [issuer.jwk] }));
  front.post<{ Body: { client_id?: string; client_secret?: string } }>(
    `${ISSUER_PATH}/token`,
    async (request, reply) => {
      const { client_id, client_secret } = request.body ?? {};
      if (client_id !== BOT_APP_ID || client_secret !== issuer.botSecret)
        return reply.status(401).send({ error: 'invalid_client' });
      return { token_type: 'Bearer', expires_in: TOKEN_SECONDS, access_token: await issuer.botToken() };
    },
  );
}
