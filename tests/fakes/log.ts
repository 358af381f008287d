import type { Log } from '#usecases/story/ports.ts';

export interface Logged {
  fields: object;
  message: string;
}

/** Says nothing and remembers warnings and errors. */
export class SilentLog implements Log {
  readonly warnings: Logged[] = [];
  readonly errors: Logged[] = [];

  info(): void {
    // says nothing
  }

  warn(fields: object, message: string): void {
    this.warnings.push({ fields, message });
  }

  error(fields: object, message: string): void {
    this.errors.push({ fields, message });
  }
}
