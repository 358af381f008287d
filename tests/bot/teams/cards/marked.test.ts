import { expect, it } from 'vitest';
import { marked } from '#teams/cards/marked.ts';

const drawn = (text: string) => JSON.parse(JSON.stringify(marked(text))) as unknown;

it('draws marks as looks of text runs, so that no client reads any Markdown', () => {
  expect(drawn('We **start**\n*today*\n\n- [here](https://x.example/)')).toMatchObject([
    { type: 'RichTextBlock', inlines: [{ text: 'We ' }, { text: 'start', weight: 'Bolder' }] },
    { type: 'RichTextBlock', spacing: 'Small', inlines: [{ text: 'today', italic: true }] },
    {
      inlines: [
        { text: '• ' },
        { text: 'here', selectAction: { type: 'Action.OpenUrl', url: 'https://x.example/' } },
      ],
    },
  ]);
});

it('shows what a client would work out letter by letter', () => {
  expect(JSON.stringify(drawn('{{DATE(2026-11-30T10:00:00Z)}}'))).not.toContain('{{DATE(');
});
