/** What somebody at the local page asks cannot be done; the sentence says why. */
export class Impossible extends Error {
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.name = 'Impossible';
    this.status = status;
  }
}
