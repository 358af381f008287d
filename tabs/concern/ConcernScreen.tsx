import { Radio, RadioGroup } from '@fluentui/react-components';
import { type ComponentProps, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Concerns } from '#api/contract/concerns.ts';
import { useConcerns } from '../api/concerns.ts';
import { Card, Page, usePageStyles } from '../parts/Page.tsx';
import { Ready } from '../parts/Ready.tsx';
import { GivenList } from './GivenList.tsx';
import { Nobody } from './Nobody.tsx';
import { RaisedList } from './RaisedList.tsx';
import { RaiseForm } from './RaiseForm.tsx';
import { WhatHappens } from './WhatHappens.tsx';

interface ConcernProps extends Pick<ComponentProps<typeof RaiseForm>, 'afterwards'> {
  onBack(): void;
}

/** To whom somebody can turn, what happens then and who will know, and below what became of it. */
export function ConcernScreen({ onBack, afterwards }: ConcernProps) {
  const { t } = useTranslation('tab');
  const query = useConcerns();
  const isOnlyContact = query.data?.isContact === true && query.data.ways.length === 0;
  return (
    <Page
      title={t(isOnlyContact ? 'concern.givenTitle' : 'concern.title')}
      lead={t(isOnlyContact ? 'concern.givenLead' : 'concern.lead')}
      back={{ label: t('concern.back'), go: onBack }}
    >
      <Ready query={query}>
        {(concerns) =>
          isOnlyContact ? (
            <GivenAlone concerns={concerns} />
          ) : (
            <Parts concerns={concerns} onBack={onBack} afterwards={afterwards} />
          )
        }
      </Ready>
    </Page>
  );
}

/** For somebody who takes part in nothing, and is there for others. */
function GivenAlone({ concerns: { given, raised } }: { concerns: Concerns }) {
  const { t } = useTranslation('tab');
  const page = usePageStyles();
  return (
    <>
      <Card>
        {given.length > 0 ? (
          <GivenList given={given} />
        ) : (
          <p className={page.text}>{t('concern.givenNone')}</p>
        )}
      </Card>
      {raised.length > 0 && <RaisedList raised={raised} />}
    </>
  );
}

function Parts({ concerns, onBack, afterwards }: ConcernProps & { concerns: Concerns }) {
  const { t } = useTranslation('tab');
  const page = usePageStyles();
  const { ways, raised, given, answerBy } = concerns;
  const [chosen, setChosen] = useState('');
  const way = ways.find(({ cohort }) => cohort === chosen) ?? ways[0];
  const to = way?.contacts.find(({ person }) => person === way.to);
  return (
    <>
      {given.length > 0 && (
        <Card title={t('concern.givenTitle')}>
          <p className={page.quiet}>{t('concern.givenLead')}</p>
          <GivenList given={given} />
        </Card>
      )}
      {ways.length > 1 && (
        <Card title={t('concern.whichTitle')}>
          <RadioGroup
            aria-label={t('concern.whichTitle')}
            value={way?.cohort ?? ''}
            onChange={(_, { value }) => setChosen(value)}
          >
            {ways.map(({ cohort, cohortName }) => (
              <Radio key={cohort} value={cohort} label={cohortName} />
            ))}
          </RadioGroup>
        </Card>
      )}
      {way && to ? (
        <>
          <RaiseForm
            key={`${way.cohort} ${to.person}`}
            way={way}
            to={to}
            answerBy={answerBy}
            onBack={onBack}
            afterwards={afterwards}
          />
          <WhatHappens name={to.firstName} answerBy={answerBy} />
        </>
      ) : (
        <Nobody way={way} />
      )}
      {raised.length > 0 && <RaisedList raised={raised} />}
    </>
  );
}
