import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PHOTO_BYTES_MAX } from '#domain/people/photo.ts';
import { aPhoto, jpegOf } from '#tests/bot/aPhoto.ts';
import { anEdgeWorld, type EdgeWorld, EVERYBODY } from '#tests/bot/edgeWorld.ts';

const OWN = '/api/profile/photo';
const FACE = aPhoto(200, 900);
let world: EdgeWorld;
let photos = '';
let partner = '';
beforeAll(async () => {
  world = await anEdgeWorld();
  photos = `/api/pairs/${world.pair}/photos`;
  for (const who of ['aisha', 'mia', 'diego'])
    if ((await world.ask(who, `GET ${photos}`)).statusCode === 200) partner = who;
}, 60_000);
afterAll(() => world.close());

const put = (who: string, body: object) => world.ask(who, `PUT ${OWN}`, body);

describe('a photo of one’s own', () => {
  it('is kept, changed, and taken away with one press; each twice is once', async () => {
    for (const body of [aPhoto(64), FACE, FACE]) expect((await put('clara', body)).statusCode).toBe(204);
    expect((await world.ask('clara', `GET ${OWN}`)).json()).toEqual(FACE);
    for (let times = 0; times < 2; times++)
      expect((await world.ask('clara', `DELETE ${OWN}`)).statusCode).toBe(204);
    expect((await world.ask('clara', `GET ${OWN}`)).json()).toEqual({ image: '' });
    expect(JSON.stringify(world.ctx.tables.all('people'))).not.toContain(FACE.image.slice(0, 40));
  });

  it('may weigh 48 KB and not a byte more', async () => {
    const bytes = jpegOf(256);
    const full = (more: number) => aPhoto(256, PHOTO_BYTES_MAX - bytes.length + more);
    expect((await put('clara', full(0))).statusCode).toBe(204);
    expect((await world.ask('clara', `GET ${OWN}`)).json()).toEqual(full(0));
    expect((await put('clara', full(1))).statusCode).toBe(422);
    expect((await world.ask('clara', `GET ${OWN}`)).json()).toEqual(full(0));
  });

  it.each([
    ['an SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')],
    ['what is not square', jpegOf(120, 90)],
    ['what says it is enormous', jpegOf(60_000)],
  ])('is no other file: %s is refused in a sentence, and nothing is changed', async (_, bytes) => {
    await put('clara', FACE);
    const answer = await put('clara', { image: bytes.toString('base64') });
    expect(answer.statusCode).toBe(422);
    expect(answer.json().detail).toMatch(/Please choose another picture. Nothing was changed.$/);
    expect((await world.ask('clara', `GET ${OWN}`)).json()).toEqual(FACE);
  });

  it('is read by its etag, and kept by no cache', async () => {
    await put('clara', FACE);
    const { headers } = await world.ask('clara', `GET ${OWN}`);
    expect(headers['cache-control']).toBe('no-store');
    const again = await world.ask('clara', `GET ${OWN}`, undefined, { 'if-none-match': headers.etag });
    expect([again.statusCode, again.body]).toEqual([304, '']);
    // No opening for pictures from elsewhere: a photo comes as text, and is shown from the page itself.
    expect(headers['content-security-policy']).toContain("img-src 'self' data:;");
  });
});

describe('who sees a photo', () => {
  it('the partner, for as long as they are a pair', async () => {
    await put('clara', FACE);
    expect((await world.ask(partner, `GET ${photos}`)).json()).toEqual({ mine: '', partners: [FACE.image] });
    expect((await world.ask('clara', `GET ${photos}`)).json()).toEqual({ mine: FACE.image, partners: [''] });
  });

  it('nobody else: no answer to a champion, a sponsor, a contact or another pair holds a piece of it', async () => {
    await put('clara', FACE);
    const piece = FACE.image.slice(20, 60);
    const { cohort, pair } = world;
    const views = [
      ...['/api/me', '/api/profile', OWN, '/api/searches', '/api/concerns', '/api/cohorts', photos],
      ...[`/api/pairs/${pair}`, `/api/enrolments/${cohort}`, `/api/cohorts/${cohort}`],
      ...['members', 'rounds', 'wishes', 'announcements'].map((part) => `/api/cohorts/${cohort}/${part}`),
    ];
    for (const who of EVERYBODY.filter((one) => one !== 'clara' && one !== partner))
      for (const view of views) expect((await world.ask(who, `GET ${view}`)).body).not.toContain(piece);
  });

  it('not somebody who is only introduced, and nobody once it ended', async () => {
    await put('clara', FACE);
    const { pairs } = (await world.ask('vera', 'GET /api/me')).json();
    expect(pairs[0]).toMatchObject({ state: 'introduced' });
    expect((await world.ask('vera', `GET /api/pairs/${pairs[0].pair}/photos`)).statusCode).toBe(409);
    await world.ask('clara', `POST /api/pairs/${world.pair}/end`);
    const after = await world.ask(partner, `GET ${photos}`);
    expect(after.statusCode).toBe(410);
    expect(after.body).not.toContain(FACE.image.slice(20, 60));
  });
});

it('a photo stands beside the person, so that no list of people carries it', async () => {
  await put('clara', FACE);
  const { person } = (await world.ask('clara', 'GET /api/me')).json();
  const own = await world.ctx.tables.list('people', person);
  expect(own.map(({ key }) => key)).toContain('person');
  expect(own.map(({ key }) => key)).not.toContain('photo');
});
