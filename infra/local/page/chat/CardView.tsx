import { type Action, AdaptiveCard, ExecuteAction, OpenUrlAction, SubmitActionBase } from 'adaptivecards';
import { useEffect, useRef } from 'react';
import type { PressBody } from '#local/contract.ts';
import { asRecord, asText } from '../host/protocol.ts';
import { teamsHostConfig } from './hostConfig.ts';
import { drawMarkdown } from './markdown.ts';
import './cards.css';

AdaptiveCard.onProcessMarkdown = (text, result) => {
  result.outputHtml = drawMarkdown(text);
  result.didProcess = true;
};

export type Press = Pick<PressBody, 'action' | 'inputs'>;

interface Props {
  card: object;
  /** What a screen reader calls the card. */
  label: string;
  press: (press: Press) => void;
  openUrl: (url: string) => void;
}

const pressOf = (action: SubmitActionBase): Press => {
  const { data, verb } = asRecord(action.toJSON());
  const inputs = Object.values(action.getReferencedInputs() ?? {})
    .filter((input) => input.id && input.isSet())
    .map((input): [string, unknown] => [input.id ?? '', input.value]);
  const type = action instanceof ExecuteAction ? 'Action.Execute' : 'Action.Submit';
  return { action: { type, id: action.id, verb: asText(verb), data }, inputs: Object.fromEntries(inputs) };
};

/** Draws a card with Microsoft's renderer. A card with other content is drawn anew; a change of theme is not. */
export const CardView = ({ card, label, press, openUrl }: Props) => {
  const room = useRef<HTMLDivElement>(null);
  const content = JSON.stringify(card);
  const present = useRef({ press, openUrl });
  useEffect(() => {
    present.current = { press, openUrl };
  });

  useEffect(() => {
    const drawn = new AdaptiveCard();
    drawn.hostConfig = teamsHostConfig;
    drawn.onExecuteAction = (action: Action) => {
      if (action instanceof OpenUrlAction) present.current.openUrl(action.url ?? '');
      else if (action instanceof SubmitActionBase) present.current.press(pressOf(action));
    };
    drawn.parse(JSON.parse(content));
    const element = drawn.render();
    if (element) room.current?.replaceChildren(element);
  }, [content]);

  return <div ref={room} className="teams-card" role="group" aria-label={label} />;
};
