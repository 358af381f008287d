/** What Teams posts to a bot; the shapes are those of the Bot Framework activity schema. */
export type Activity = Record<string, unknown> & { type: string; id: string };
