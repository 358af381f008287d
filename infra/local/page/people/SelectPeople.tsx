import {
  Button,
  Checkbox,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Radio,
  RadioGroup,
} from '@fluentui/react-components';
import { useState } from 'react';
import type { LocalPerson } from '#local/contract.ts';
import type { PeopleQuestion } from '../host/protocol.ts';
import { t } from '../words.ts';

interface Props {
  question: PeopleQuestion;
  people: LocalPerson[];
  /** Undefined when the dialog was closed. */
  answer: (picked: LocalPerson[] | undefined) => void;
}

const toggled = (list: string[], one: string): string[] =>
  list.includes(one) ? list.filter((other) => other !== one) : [...list, one];

/** The people picker of the local Teams: a small list of everybody. */
export const SelectPeople = ({ question, people, answer }: Props) => {
  const [chosen, setChosen] = useState<string[]>(question.setSelected ?? []);
  const picked = people.filter((person) => chosen.includes(person.directoryId));
  return (
    <Dialog open onOpenChange={(_, { open }) => !open && answer(undefined)}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{question.title || t('selectPeople.title')}</DialogTitle>
          <DialogContent>
            {question.singleSelect ? (
              <RadioGroup
                aria-label={t('selectPeople.people')}
                value={chosen[0] ?? ''}
                onChange={(_, { value }) => setChosen([value])}
              >
                {people.map((one) => (
                  <Radio key={one.key} value={one.directoryId} label={one.name} />
                ))}
              </RadioGroup>
            ) : (
              <div role="group" aria-label={t('selectPeople.people')} style={{ display: 'grid' }}>
                {people.map((one) => (
                  <Checkbox
                    key={one.key}
                    label={one.name}
                    checked={chosen.includes(one.directoryId)}
                    onChange={() => setChosen(toggled(chosen, one.directoryId))}
                  />
                ))}
              </div>
            )}
          </DialogContent>
          <DialogActions>
            <Button onClick={() => answer(undefined)}>{t('cancel')}</Button>
            <Button appearance="primary" disabled={picked.length === 0} onClick={() => answer(picked)}>
              {t('selectPeople.done')}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
};
