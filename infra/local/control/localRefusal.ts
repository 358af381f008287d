/** What somebody at the local page asks cannot be done; the sentence says why. */
export class LocalRefusal extends Error {
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.name = 'LocalRefusal';
    this.status = status;
  }
}
