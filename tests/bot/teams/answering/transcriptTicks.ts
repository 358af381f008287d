interface Element {
  type?: string;
  id?: string;
  choices?: { value: string }[];
  value?: string;
  actions?: { verb?: string; data?: { keeps?: string } }[];
}

/** What a card lets tick: topics by their ids, own words, and the press that keeps them. */
export interface Ticked {
  verb: string;
  data: object;
}

type Keeps = { ticks: readonly string[] } | { own: true };

/**
 * Ticks topics, or the field with own words, among those a message offers and presses the button beside them, as a
 * client does: the values of all inputs of the card go along.
 */
export function tickedOn(
  message: { attachments?: { content: unknown }[] | undefined },
  keeps: Keeps,
): Ticked {
  const { body = [] } = (message.attachments?.[0]?.content ?? {}) as { body?: Element[] };
  const wanted = 'own' in keeps ? 'own' : 'ticked';
  let inputs: Element[] = [];
  for (const element of body) {
    if (element.type?.startsWith('Input.')) inputs.push(element);
    if (element.type !== 'ActionSet') continue;
    const values = 'own' in keeps ? ownOf(inputs) : valuesOf(inputs, keeps.ticks);
    const action = element.actions?.find(({ data }) => data?.keeps === wanted);
    if (values && action?.verb) {
      const empty = Object.fromEntries(body.filter(({ id }) => id).map(({ id, value = '' }) => [id, value]));
      return { verb: action.verb, data: { ...empty, ...values, ...action.data } };
    }
    inputs = [];
  }
  throw new Error(
    `nothing to tick: ${JSON.stringify(keeps)} of ${JSON.stringify(body.map((one) => one.choices))}`,
  );
}

function ownOf(inputs: readonly Element[]): object | undefined {
  const field = inputs.find(({ type }) => type === 'Input.Text');
  return field?.id ? { [field.id]: field.value ?? '' } : undefined;
}

function valuesOf(inputs: readonly Element[], ticks: readonly string[]): object | undefined {
  const set = inputs.find(({ type }) => type === 'Input.ChoiceSet');
  const offered = set?.choices?.map(({ value }) => value) ?? [];
  const values = ticks.flatMap((topic) => offered.find((value) => value.endsWith(` ${topic}`)) ?? []);
  return set?.id && values.length === ticks.length ? { [set.id]: values.join(',') } : undefined;
}
